"""What a refusal says in both languages, and how it says why something else failed."""

import errno
import os
import pickle
from typing import Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from dealbuilder.errors import (
    FIELD,
    SYSTEM,
    CatalogueProblems,
    DealError,
    FileProblem,
    NoSuch,
    Problem,
    Words,
    Wrong,
    of_field,
    reason,
)

FULL = Words("is full", "已满")


class Sample(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: str = Field(max_length=3, pattern="^a")
    count: int = Field(ge=1, le=9)
    side: Literal["us", "china"] = "us"
    share: float = Field(default=0.5, gt=0.0, lt=1.0, allow_inf_nan=False)

    @model_validator(mode="after")
    def _sound(self):
        if self.count == 7:
            raise Wrong(Words("seven is not counted", "不计七"))
        return self


def faults(**data):
    with pytest.raises(ValidationError) as caught:
        Sample.model_validate(data)
    return [of_field(fault) for fault in caught.value.errors()]


def test_words_are_the_english_text_and_carry_the_chinese_one():
    assert FULL == "is full"
    assert f"the disk {FULL}" == "the disk is full"
    assert (FULL.get("en"), FULL.get("zh"), FULL.get("fr")) == ("is full", "已满", "is full")
    assert type(FULL.en) is str


def test_words_come_back_from_another_process_with_both_texts():
    back = pickle.loads(pickle.dumps(FULL))
    assert (back.en, back.zh) == (FULL.en, FULL.zh)


def test_a_refusal_is_told_in_the_language_asked_for():
    error = DealError("It is gone.", "Look elsewhere.", zh="它不见了。", zh_hint="请在别处查找。")
    assert error.told("en") == str(error) == "It is gone. Look elsewhere."
    assert error.told("zh") == "它不见了。请在别处查找。"


def test_a_file_problem_names_the_file_in_both_languages():
    error = FileProblem("a.deal", "it is empty.", zh="文件是空的。")
    assert error.told("en") == "a.deal: it is empty."
    assert error.told("zh") == "a.deal：文件是空的。"


def test_a_name_that_nothing_has_is_told_with_the_names_there_are():
    error = NoSuch("There is no x.", "没有x。", (name for name in ("a", "b")))
    assert error.told("en") == "There is no x. Choose one of: a, b."
    assert error.told("zh") == "没有x。请从以下选择：a、b。"


def test_problems_of_a_catalogue_are_listed_in_both_languages():
    error = CatalogueProblems((Problem("a.toml", "id", FULL), Problem("b.toml", "id", FULL)))
    assert "a.toml: id: is full" in error.told("en")
    assert "b.toml：id：已满" in error.told("zh")
    assert "2 处" in error.told("zh")


@pytest.mark.parametrize("code", sorted(SYSTEM))
def test_what_the_system_says_is_told_in_both_languages(code):
    number = getattr(errno, code)
    said = reason(OSError(number, os.strerror(number)))
    assert said == os.strerror(number)
    assert said.zh == SYSTEM[code]


def test_what_nobody_knows_in_chinese_is_quoted_as_it_is():
    assert reason(OSError("odd")).zh == "原文“odd”"
    assert reason(KeyError("x")).zh == "原文“'x'”"
    assert reason(RecursionError()) == "RecursionError"
    assert reason(UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad")).zh == "不是UTF-8文本"


def test_an_error_of_ours_gives_its_own_words_as_the_reason():
    assert reason(DealError("It is gone.", zh="它不见了。")).zh == "它不见了。"
    assert reason(Wrong(FULL)).zh == "已满"


def test_a_field_that_is_wrong_says_why_in_chinese_with_its_bounds():
    assert [one.zh for one in faults(name="abcd", count=0)] == ["最多3个字符", "应不小于1"]
    assert [one.zh for one in faults(name="b", count="x")] == ["格式不符", "应为整数"]
    assert [one.zh for one in faults(count=1, more=1)] == ["缺少此项", "不应有此项"]
    assert [one.zh for one in faults(name="a", count=1, share=1.0)] == ["应小于1.0"]
    assert "us" in faults(name="a", count=1, side="eu")[0].zh


def test_a_validator_of_ours_keeps_its_own_chinese():
    (said,) = faults(name="a", count=7)
    assert said.zh == "不计七"
    assert "seven is not counted" in said


def test_every_rule_that_is_known_is_one_of_pydantics():
    for kind in FIELD:
        context = {"min_length": 1, "max_length": 1, "actual_length": 0, "expected": "a", "gt": 1, "ge": 1, "lt": 1}
        context |= {"le": 1, "tag": "t", "discriminator": "d", "expected_tags": "a", "error": "e", "field_type": "List"}
        context |= {"class_name": "Sample", "pattern": "a"}
        made = ValidationError.from_exception_data("x", [{"type": kind, "loc": (), "input": 0, "ctx": context}])
        assert "{" not in of_field(made.errors()[0]).zh
