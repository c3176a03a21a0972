"""What every edit shares."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Id = Annotated[str, Field(min_length=1, max_length=200)]


class FrozenEdit(BaseModel):
    """What every edit is: frozen, with no field it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")
