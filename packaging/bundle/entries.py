"""Machine code of a compiled function with one entry that any program can call, by way of Numba and the linker.

An entry takes a row of 64-bit words: for an array its address and shape, for a whole number itself; a number with a
point comes as an array of one (`dealbuilder.engine.linked` calls it). What is left is a library that asks nothing of
Python or Numba.
"""

import hashlib
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from llvmlite import binding, ir
from numba import carray, cfunc, typeof, types
from numba.extending import intrinsic

WORDS = 256
"""Most words that an entry takes."""
NEVER = 'define linkonce_odr void @NRT_MemInfo_call_dtor(i8* %"unused") {\n  unreachable\n}\n'
"""Numba frees an array when nobody holds it any more; those of an entry belong to its caller, who always does."""


@intrinsic
def _f8(typingctx: Any, address: Any) -> Any:
    """Read a word as the address of doubles."""
    return types.CPointer(types.float64)(types.int64), _pointer(ir.DoubleType())


@intrinsic
def _i8(typingctx: Any, address: Any) -> Any:
    """Read a word as the address of whole numbers of 64 bits."""
    return types.CPointer(types.int64)(types.int64), _pointer(ir.IntType(64))


@intrinsic
def _i4(typingctx: Any, address: Any) -> Any:
    """Read a word as the address of whole numbers of 32 bits."""
    return types.CPointer(types.int32)(types.int64), _pointer(ir.IntType(32))


def _pointer(element: ir.Type) -> Any:
    def code(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        return builder.inttoptr(arguments[0], element.as_pointer())

    return code


KINDS = {types.float64: "f8", types.int64: "i8", types.int32: "i4"}


class Entry:
    """The words of one call, taken apart by generated source and put together as the function's arguments."""

    def __init__(self) -> None:
        """Begin with no argument."""
        self.arguments: list[str] = []
        self.space: dict[str, Any] = {"carray": carray, "f8": _f8, "i8": _i8, "i4": _i4}
        self._words = 0

    def take(self, value: Any) -> str:
        """Return the source of an argument like `value`; note what it takes."""
        kind = typeof(value)
        if isinstance(value, tuple):
            self.space[type(value).__name__] = type(value)
            return f"{type(value).__name__}({', '.join(self.take(one) for one in value)})"
        if isinstance(kind, types.Integer):
            self.arguments.append("i8")
            return self._word()
        scalar = isinstance(kind, types.Float)
        dimensions = 1 if scalar else kind.ndim
        name = KINDS[kind if scalar else kind.dtype]
        self.arguments.append(f"{name}:{dimensions}")
        address = self._word()
        shape = ", ".join(self._word() for _ in range(dimensions))
        return f"carray({name}({address}), ({shape},))" + ("[0]" if scalar else "")

    def _word(self) -> str:
        self._words += 1
        return f"words[{self._words - 1}]"


def machine_code(name: str, function: Any, arguments: Sequence[Any], cpu: str, features: str) -> tuple[bytes, str]:
    """Return an object file with the entry `name` of a function that Numba compiles, and a line on what it takes."""
    entry = Entry()
    parts = [entry.take(value) for value in arguments]
    entry.space["function"] = function
    source = f"def entry(row):\n    words = carray(row, ({WORDS},))\n    function({', '.join(parts)})\n"
    exec(source, entry.space)
    # Numba takes the maker of a cfunc by its source, which generated code has none of; it asks only for its bytecode.
    made = cfunc(types.void(types.CPointer(types.int64)))(entry.space["entry"])
    module = binding.parse_assembly(str(made._library._final_module))
    module.link_in(binding.parse_assembly(NEVER))
    wrapper = made._wrapper_name
    module.get_function(wrapper).linkage = "internal"
    inner = next(one for one in module.functions if "5entry" in one.name and one.name != wrapper)
    inner.name = name
    machine = binding.Target.from_triple(module.triple).create_target_machine(
        cpu=cpu, features=features, opt=3, reloc="pic", codemodel="default"
    )
    builder = binding.create_pass_builder(machine, binding.create_pipeline_tuning_options(speed_level=0))
    passes = binding.create_new_module_pass_manager()
    passes.add_global_dead_code_eliminate_pass()
    passes.run(module, builder)
    return machine.emit_object(module), f"{name} {' '.join(entry.arguments)}"


def link(objects: Sequence[Path], names: Sequence[str], library: Path) -> None:
    """Link object files into a library that offers `names` only; raise if it asks for more than the C library."""
    script = objects[0].with_suffix(".map")
    script.write_text(f"{{ global: {'; '.join(names)}; local: *; }};\n", encoding="ascii")
    command = ["ld", "-shared", "--gc-sections", "--no-undefined", "-z", "noexecstack", "-z", "relro", "-z", "now"]
    subprocess.run(
        [
            *command,
            "--build-id=none",
            "-s",
            f"--version-script={script}",
            "-o",
            library,
            *objects,
            "-l:libm.so.6",
            "-l:libc.so.6",
        ],
        check=True,
    )


def digest(library: bytes) -> str:
    """Return the mark by which a library is known to be whole."""
    return hashlib.sha256(library).hexdigest()
