"""edit FILE: everything that changes a deal, under one name."""

from dealbuilder.cli import agreeing, editing, striking

edit = editing.edit
edit.command("inject")(striking.inject)
edit.command("outcome")(agreeing.take_outcome)
