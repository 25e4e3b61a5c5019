"""Children, workers, and who is allocated to whom."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from holdfast.casework.audit.mutability import Changeable
from holdfast.casework.provenance.models import FromReturn


class Child(FromReturn):
    """A child or young person the council looks after, or did. Codes are those of the SSDA903, as they were given."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    number = models.CharField("child's number (CHILD)", unique=True)
    name = models.CharField(max_length=200, blank=True)
    born = models.DateField("date of birth (DOB)", null=True, blank=True)
    sex = models.CharField(blank=True)
    ethnicity = models.CharField("ethnicity (ETHNIC)", blank=True)
    upn = models.CharField("unique pupil number (UPN)", blank=True)
    mother = models.CharField("is or was a mother (MOTHER)", blank=True)
    mother_child_born = models.DateField("first child's date of birth (MC_DOB)", null=True, blank=True)

    class Meta(FromReturn.Meta):
        verbose_name_plural = "children"
        ordering = ["number"]
        constraints = [
            *FromReturn.Meta.constraints,
            models.CheckConstraint(condition=~Q(number=""), name="child_has_a_number"),
        ]

    def __str__(self) -> str:
        return self.name or self.number


class Worker(Changeable):
    """Somebody who works with children; signs in if there is a user."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(max_length=200)
    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True)
    manager = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="managed")
    team = models.CharField(max_length=100, blank=True)
    email = models.EmailField("work e-mail", blank=True)
    register_body = models.CharField("professional register", max_length=100, blank=True)
    register_number = models.CharField("number in the register", max_length=40, blank=True)
    register_until = models.DateField("registered until", null=True, blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="worker_has_a_name")]

    def __str__(self) -> str:
        return self.name


class AllocationRole(models.TextChoices):
    IRO = "iro", "Independent Reviewing Officer"
    SOCIAL_WORKER = "social_worker", "Social worker"


class ToldHow(models.TextChoices):
    """How a child was told who their officer is: in writing, or else the day they were told is kept."""

    WRITING = "writing", "In writing"
    MOUTH = "mouth", "By word of mouth"


class Allocation(Changeable):
    """A worker is responsible for a child from a day on, to a day (both included) or until further notice.

    ``told_on``, ``told_how``: that the child was told who their officer is. Source: IRO Handbook 2010, by councils'
    procedures (Bristol, Rochdale).
    """

    child = models.ForeignKey(Child, models.CASCADE, related_name="allocations")
    worker = models.ForeignKey(Worker, models.PROTECT, related_name="allocations")
    role = models.CharField(max_length=20, choices=AllocationRole)
    starts = models.DateField("from")
    ends = models.DateField("to", null=True, blank=True)
    told_on = models.DateField("day the child was told", null=True, blank=True)
    told_how = models.CharField("how the child was told", max_length=10, choices=ToldHow, blank=True)

    class Meta:
        ordering = ["starts", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(role__in=AllocationRole.values), name="allocation_role_is_in_the_list"
            ),
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gte=F("starts")),
                name="allocation_ends_after_it_starts",
            ),
            models.UniqueConstraint(
                fields=["child", "role"], condition=Q(ends__isnull=True), name="one_open_allocation_of_a_kind"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()} from {self.starts}"


class Post(Changeable):
    """A worker holds a share of a full post from a day on, to a day (both included) or until further notice."""

    worker = models.ForeignKey(Worker, models.CASCADE, related_name="posts")
    role = models.CharField(max_length=20, choices=AllocationRole, default=AllocationRole.IRO)
    fte = models.DecimalField(
        "share of a full post", max_digits=4, decimal_places=2, validators=[MinValueValidator(0)]
    )
    starts = models.DateField("from")
    ends = models.DateField("to", null=True, blank=True)

    class Meta:
        ordering = ["starts", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(role__in=AllocationRole.values), name="post_role_is_in_the_list"
            ),
            models.CheckConstraint(condition=Q(fte__gte=0), name="post_share_is_not_negative"),
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gte=F("starts")), name="post_ends_after_it_starts"
            ),
            models.UniqueConstraint(fields=["worker", "role", "starts"], name="one_post_from_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.fte} of a post from {self.starts}"


class TieKind(models.TextChoices):
    SIBLING = "sibling", "Brother or sister"
    PARENT = "parent", "Parent of the other"


class FamilyTie(Changeable):
    """Two children who belong together, or a parent in care and their child. ``child`` is the parent of ``other``.

    ``apart``: why they are not to share an officer (a conflict of interest, too many); blank where they may.
    """

    child = models.ForeignKey(Child, models.CASCADE, related_name="ties_from")
    other = models.ForeignKey(Child, models.CASCADE, related_name="ties_to")
    kind = models.CharField(max_length=10, choices=TieKind)
    apart = models.CharField("why they are to have different officers", max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=TieKind.values), name="tie_is_in_the_list"),
            models.CheckConstraint(condition=~Q(child=F("other")), name="nobody_is_tied_to_themselves"),
            models.UniqueConstraint(fields=["child", "other", "kind"], name="one_tie_of_a_kind"),
        ]

    def __str__(self) -> str:
        return str(self.get_kind_display())


class Ground(models.TextChoices):
    """Why a worker may not review a child's care, or better should not. Source: CPR 2010, regulation 46."""

    PREPARES_PLAN = "prepares_plan", "Helps to prepare the child’s plan or manages the child’s care"
    VISITS = "visits", "Visits the child for the council"
    ADVISER = "adviser", "Is the child’s personal adviser"
    MANAGES_THEM = "manages_them", "Manages one of those"
    RESOURCES = "resources", "Decides on money or places for the child"
    RELATED = "related", "Knows the family in private life"


class Interest(Changeable):
    """A worker is not independent of a child, or (no child named) of every child, for a time."""

    worker = models.ForeignKey(Worker, models.CASCADE, related_name="interests")
    child = models.ForeignKey(Child, models.CASCADE, null=True, blank=True, related_name="interests")
    ground = models.CharField(max_length=20, choices=Ground)
    note = models.CharField(max_length=300, blank=True)
    starts = models.DateField("from")
    ends = models.DateField("to", null=True, blank=True)

    class Meta:
        ordering = ["starts", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(ground__in=Ground.values), name="ground_is_in_the_list"),
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gte=F("starts")),
                name="interest_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_ground_display())


class Move(Changeable):
    """Several children were moved to other officers at once; kept so that it can be undone once, whole."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    role = models.CharField(max_length=20, choices=AllocationRole, default=AllocationRole.IRO)
    starts = models.DateField()
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-made_at"]

    def __str__(self) -> str:
        return f"move from {self.starts}"


class MovedAllocation(Changeable):
    """One child of a move: the allocation made and to whom, the one it ended, and where that one ended before.

    ``made`` is empty once the move is undone.
    """

    move = models.ForeignKey(Move, models.CASCADE, related_name="moved")
    made = models.ForeignKey(Allocation, models.SET_NULL, null=True, related_name="+")
    worker = models.ForeignKey(Worker, models.PROTECT, null=True, related_name="+")
    ended = models.ForeignKey(Allocation, models.CASCADE, null=True, related_name="+")
    ended_before = models.DateField("where the one before ended, before the move", null=True)

    def __str__(self) -> str:
        return f"allocation {self.made_id}"


class Relation(models.TextChoices):
    CHILD = "child", "The child or young person"
    MOTHER = "mother", "Mother"
    FATHER = "father", "Father"
    FAMILY = "family", "Somebody else of the family"
    CARER = "carer", "Carer"
    SOCIAL_WORKER = "social_worker", "Social worker"
    SCHOOL = "school", "School or virtual school"
    HEALTH = "health", "Health"
    ADVOCATE = "advocate", "Advocate"
    VISITOR = "visitor", "Independent visitor"
    GUARDIAN = "guardian", "Children’s guardian"
    OTHER = "other", "Somebody else"


class Version(models.TextChoices):
    """Which version of a record somebody receives."""

    FULL = "full", "The whole record"
    DECISIONS = "decisions", "The decisions only"
    CHILD = "child", "The child’s own version"
    NONE = "none", "No record"


class Contact(Changeable):
    """Somebody to ask, invite and send to about one child. ``version``: what they are entitled to receive."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    child = models.ForeignKey(Child, models.CASCADE, related_name="contacts")
    name = models.CharField(max_length=200)
    relation = models.CharField(max_length=20, choices=Relation)
    email = models.EmailField("e-mail", blank=True)
    version = models.CharField("receives", max_length=10, choices=Version, default=Version.FULL)
    note = models.CharField("how best to reach them", max_length=300, blank=True)
    stopped_on = models.DateField("no longer to be asked since", null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="contact_has_a_name"),
            models.CheckConstraint(condition=Q(relation__in=Relation.values), name="relation_is_in_the_list"),
            models.CheckConstraint(condition=Q(version__in=Version.values), name="version_is_in_the_list"),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.get_relation_display().lower()})"
