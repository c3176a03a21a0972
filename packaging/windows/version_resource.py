"""What Windows shows of dealbuilder.exe under Properties, as PyInstaller's EXE(version=...) reads it from a file."""

from pathlib import Path

TEMPLATE = """\
VSVersionInfo(
  ffi=FixedFileInfo(filevers={four}, prodvers={four}, mask=0x3F, flags=0x0, OS=0x40004, fileType=0x1, subtype=0x0),
  kids=[
    StringFileInfo([StringTable('040904B0', [
      StringStruct('CompanyName', 'The dealbuilder authors'),
      StringStruct('FileDescription', 'dealbuilder'),
      StringStruct('FileVersion', {version!r}),
      StringStruct('InternalName', 'dealbuilder'),
      StringStruct('LegalCopyright', 'MIT License'),
      StringStruct('OriginalFilename', {file!r}),
      StringStruct('ProductName', 'dealbuilder'),
      StringStruct('ProductVersion', {version!r}),
    ])]),
    VarFileInfo([VarStruct('Translation', [0x0409, 1200, 0x0804, 1200])]),
  ],
)
"""


def four(version: str) -> tuple[int, int, int, int]:
    """Return a version such as 0.1.0 as the four numbers Windows compares; what follows the numbers is dropped."""
    numbers = [int(part) for part in version.split("+")[0].split(".") if part.isdecimal()]
    return (*numbers[:4], *(0,) * (4 - len(numbers[:4])))  # pyright: ignore[reportReturnType]


def text(version: str, file: str = "dealbuilder.exe") -> str:
    """Return the resource of one executable."""
    return TEMPLATE.format(four=four(version), version=version, file=file)


def write(folder: Path, version: str, file: str = "dealbuilder.exe") -> Path:
    """Write the resource of one executable into a folder and return where."""
    path = folder / f"{Path(file).stem}.version.txt"
    path.write_text(text(version, file), encoding="utf-8")
    return path
