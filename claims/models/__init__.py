"""What was said: speakers, claims, quantities, citations, reviews, and the words they are filed under."""

from .anchor_check import AnchorCheck
from .change import Change
from .citation import Attribution, Citation
from .claim import Claim
from .dismissal import Dismissal
from .parts import Claimant, ClaimLink, ClaimSubject, ClaimTopic, Note, Translation
from .quantity import Quantity
from .review import Review, ReviewEvidence
from .search import ClaimSearch
from .speaker import Role, Speaker
from .vocabulary import Indicator, Proposition, Topic

__all__ = [
    "AnchorCheck",
    "Attribution",
    "Change",
    "Citation",
    "Claim",
    "ClaimLink",
    "ClaimSearch",
    "ClaimSubject",
    "ClaimTopic",
    "Claimant",
    "Dismissal",
    "Indicator",
    "Note",
    "Proposition",
    "Quantity",
    "Review",
    "ReviewEvidence",
    "Role",
    "Speaker",
    "Topic",
    "Translation",
]
