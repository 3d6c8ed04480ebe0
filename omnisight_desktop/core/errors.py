"""The one tree of errors: what went wrong in words for a person, and what to do about it.

Vendor errors are mapped to these where the vendor is called, so nobody above has to know
which library was at work.
"""

from __future__ import annotations

from omnisight_desktop.core.redaction import redact


class OmniSightError(Exception):
    """Something went wrong that a person can be told about; its words never hold a secret."""

    default_fix = ""

    def __init__(self, reason: str, *, fix: str = "") -> None:
        reason = redact(reason)
        super().__init__(reason)
        self.reason = reason
        self.fix = redact(fix) or self.default_fix

    def __str__(self) -> str:
        return f"{self.reason} {self.fix}".strip()


class UsageError(OmniSightError):
    """The request itself is wrong; asking again differently helps."""


class NotFound(UsageError):
    """The thing asked for is not there."""


class Cancelled(OmniSightError):
    """The user stopped it; nothing is left behind."""


class SettingsError(UsageError):
    """A setting is unknown, of the wrong type or out of its range."""


class SecretError(OmniSightError):
    """A secret could not be read or kept."""


class SourceError(OmniSightError):
    """A camera or recording gave no pictures."""


class SourceUnreachable(SourceError):
    """Nobody answers at that address, or the device is absent."""


class SourceRefused(SourceError):
    """The source is there but does not let us in."""


class PasswordRefused(SourceRefused):
    """The source wants another password; asking too often may lock the user out."""


class SourceBroken(SourceError):
    """The source delivers something that cannot be decoded."""


class StorageError(OmniSightError):
    """The memory of the house could not be read or written."""


class DatabaseBusy(StorageError):
    """Another program holds the database."""

    default_fix = "Close the other program; what was seen meanwhile is kept in a journal."


class DiskFull(StorageError):
    """No room left to write."""

    default_fix = "Free some space; recording goes on by itself once there is room."


class DatabaseDamaged(StorageError):
    """The file is no healthy SQLite database."""

    default_fix = "Restore a backup with 'omnisight db restore FILE', or move the file away."


class DatabaseNewer(StorageError):
    """The file was written by a newer version of the program."""

    default_fix = "Start the newer version, or choose another data folder with --data."


class DataFolderOwned(StorageError):
    """Another running program owns the data folder."""


class OwnerAbsent(StorageError):
    """No running program answers for the data folder; nothing was asked of anybody."""


class OwnerSilent(StorageError):
    """The running program was asked and did not answer; it may have done what was asked."""


class ModelError(OmniSightError):
    """A model file is missing, wrong or cannot be loaded."""


class ModelMissing(ModelError):
    """The weights are not on this machine."""


class ModelCorrupt(ModelError):
    """The file is there but it is not the right one."""


class BackendUnavailable(OmniSightError):
    """An engine cannot run on this machine."""


class NotRunning(OmniSightError):
    """The part of the program that was asked has not been started, or was stopped."""


class DeliveryFailed(OmniSightError):
    """A message could not be handed over to who passes it on."""

    default_fix = "It is tried again by itself for a day."


class ChildDied(OmniSightError):
    """A process that does heavy work ended before it had answered."""

    default_fix = "Ask again: it is started anew. If it keeps dying, look whether memory is short."


class LanguageModelError(OmniSightError):
    """A language model gave no answer; questions are answered on this computer meanwhile."""


class KeyRefused(LanguageModelError):
    """The key is wrong, expired or unpaid; asking again with it helps nobody."""


class LanguageModelBusy(LanguageModelError):
    """It would not answer just now; asking again later may help."""

    def __init__(self, reason: str, *, fix: str = "", after_s: float | None = None) -> None:
        super().__init__(reason, fix=fix)
        self.after_s = after_s
