"""What scenes are built from."""

from dataclasses import dataclass

from dealbuilder.analysis.evaluation import Evaluation
from dealbuilder.document.document import Document
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.package import Package
from dealbuilder.model.text import Language
from dealbuilder.report.stage.staging import Staging


@dataclass(frozen=True, slots=True)
class Matter:
    """A deal, its last answer, and what the chair has staged of it; `busy`: a newer answer is being worked out."""

    catalogue: Catalogue
    document: Document
    evaluation: Evaluation | None
    language: Language
    staging: Staging
    busy: bool = False

    @property
    def package(self) -> Package:
        """The package on the desk."""
        return self.document.package()

    @property
    def signing(self) -> str:
        """The month of signing, YYYY-MM."""
        if self.evaluation is not None:
            return self.evaluation.months[self.evaluation.signing]
        pack = self.catalogue.pack_by_id.get(self.document.pack)
        return pack.signing if pack else next((pack.signing for pack in self.catalogue.packs), "2025-07")
