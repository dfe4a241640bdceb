"""The aliases of a whole project, made with the secret that lies in its file, as a hand-over makes its own."""

from __future__ import annotations

from signoff.core.domain.masking import MaskingLevel
from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError
from signoff.core.mask.alias_kinds import kinds_of
from signoff.core.mask.glossary import terms_of
from signoff.core.mask.pseudonyms import Pseudonyms
from signoff.core.project.project import Project


def pseudonyms_of(project: Project, level: MaskingLevel = MaskingLevel.IDENTIFIERS) -> Pseudonyms:
    """What masks and unmasks any text of a project.

    Raises:
        SignoffError: no document was read yet, or the file is from before there were secrets and open for reading only.
    """
    spec = project.amended_spec
    if spec is None:
        raise SignoffError(say("flow.no_document", project=project.path.name))
    terms = terms_of(spec, project.sources, project.glossary)
    return Pseudonyms(project.secret, terms, kinds_of(spec, project.sources), level)
