"""A prediction: the question, its answers, and the hands counted for each."""

from dealbuilder.report.stage.scene import Answer, Poll, Statement
from dealbuilder.ui.stage.laying.lettering import LINE
from dealbuilder.ui.stage.laying.marks import Block, Mark, Panel
from dealbuilder.ui.stage.laying.room import Room
from dealbuilder.ui.stage.laying.statement import statement


def poll(content: Poll, room: Room) -> list[list[Mark]]:
    """Return the question on top, answers below, and the note that scores are kept back."""
    if not content.answers:
        return statement(Statement((content.question or content.note,)), room)
    most = max((answer.hands or 0 for answer in content.answers), default=0)
    blocks = [room.stacked(room.text(content.question, room.title, bold=True))]
    blocks += [_answer(answer, most, room) for answer in content.answers]
    blocks.append(room.stacked(room.text(content.note, room.body, role="muted")))
    return room.pages(blocks)


def _answer(answer: Answer, most: int, room: Room) -> Block:
    px = room.body * 1.1
    key = px * 1.6
    x = key + px * 0.6
    count = "" if answer.hands is None else str(answer.hands)
    right = px * 3.2
    words = room.text(answer.text, px, x=x, y=px * (1.6 - LINE) / 2, wide=room.width - x - right)
    tall = max(key, words.box[3] + px * (1.6 - LINE))
    number = room.text(answer.key, px, x=0.0, y=px * (1.6 - LINE) / 2, wide=key, bold=True, align="centre",
                       ground="surface")  # fmt: skip
    marks: list[Mark] = [Panel((0.0, 0.0, key, key), "surface", "border", room.rule, px * 0.2), number, words]
    if answer.hands is not None:
        bar = room.width - x - right
        marks.append(Panel((x, tall, bar, px * 0.42), "surface"))
        if most:
            marks.append(Panel((x, tall, bar * answer.hands / most, px * 0.42), "package"))
        marks.append(room.text(count, px * 1.15, x=room.width - right + px * 0.4, y=px * (1.6 - 1.15 * LINE) / 2,
                               wide=right - px * 0.4, bold=True, align="right", most=1))  # fmt: skip
        tall += px * 0.5
    return Block(tall, tuple(marks))
