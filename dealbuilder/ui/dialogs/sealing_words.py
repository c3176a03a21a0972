"""What the form on sealed values says, in the language on screen."""

from typing import Literal

from PySide6.QtCore import QObject

Standing = Literal["nothing", "sealed", "plain", "history"]
"""What stands in the deal: nothing, an envelope, plain text; or plain text in its history or kept versions alone."""


class SealingWords(QObject):
    """Says where the values of a party stand."""

    def title(self) -> str:
        """Return the title of the form."""
        return self.tr("Seal a party's own values")

    def role(self) -> str:
        """Return the name of the choice of roles."""
        return self.tr("Role")

    def passphrase(self) -> str:
        """Return the name of the line for the passphrase that opens."""
        return self.tr("Passphrase that opens it")

    def open(self) -> str:
        """Return what the button that opens says."""
        return self.tr("Open it on this screen")

    def seal(self) -> str:
        """Return what the button that seals says."""
        return self.tr("Seal")

    def remove(self) -> str:
        """Return what the button that removes says."""
        return self.tr("Remove")

    def what_it_is(self) -> str:
        """Return what sealing is."""
        return self.tr(
            "What you seal is encrypted with a passphrase of your own and stays out of every shared view: the room's "
            "window, the record, reports, clean copies and other tables. Nobody can open it without the passphrase, "
            "not even with this program."
        )

    def standing(self, standing: Standing) -> str:
        """Return where the values stand."""
        match standing:
            case "sealed":
                return self.tr(
                    "Sealed: it stays closed until its passphrase opens it. If the passphrase is lost, "
                    "it can only be removed."
                )
            case "plain":
                return self.tr(
                    "NOT ENCRYPTED: an older dealbuilder saved it, and whoever has the file can read it. Type a "
                    "passphrase twice and seal it as it is, or open it first. Sealing and removing also clear it from "
                    "the history and the kept versions; removed that way, undo does not bring it back."
                )
            case "history":
                return self.tr(
                    "Nothing is sealed now, but an earlier value stands NOT ENCRYPTED in the history or in a kept "
                    "version. Remove clears it for good."
                )
            case "nothing":
                return self.tr("Nothing is sealed for this role. The form starts from the catalogue's judgement.")

    def opening(self) -> str:
        """Return what is said while a passphrase is tried."""
        return self.tr("Opening…")

    def sealing(self) -> str:
        """Return what is said while values are enciphered."""
        return self.tr("Sealing…")

    def open_now(self, *, sealed: bool, elsewhere: bool) -> str:
        """Return what is said while values are open."""
        told = [self.tr("Open: whoever looks at this screen can read it.")]
        if not sealed:
            told.append(self.tr("It is NOT ENCRYPTED in the file until you seal it."))
        if elsewhere:
            told.append(self.tr("It was sealed in another deal: this one is a copy of it, or somebody put it here."))
        return " ".join(told)

    def no_weight(self) -> str:
        """Return why nothing was sealed."""
        return self.tr("At least one weight must be more than 0; nothing was sealed.")
