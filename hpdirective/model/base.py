"""What models are made with: pydantic, or what it worked out of them on an earlier run."""

from typing import TYPE_CHECKING

from hpdirective.model import compiled

if TYPE_CHECKING or compiled.found() is None:
    from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, model_validator
else:
    from hpdirective.model.compiled import (
        AfterValidator,
        BaseModel,
        BeforeValidator,
        ConfigDict,
        model_validator,
    )

__all__ = ["AfterValidator", "BaseModel", "BeforeValidator", "ConfigDict", "model_validator"]
