"""Files of imports that wait to be confirmed, where every web process finds them."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import timedelta
from typing import Any

from django.utils import timezone
from import_export.tmp_storages import MediaStorage

from apps.domain.refusals import Refusal

LONGEST_WAIT = timedelta(days=1)
FOLDER = "waiting-imports"
NAME = re.compile(r"[0-9a-f]{32}")


class WaitingFiles(MediaStorage):  # type: ignore[misc]
    """Forgets files that nobody confirmed within a day."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{**kwargs, "MEDIA_FOLDER": FOLDER})

    def save(self, data: bytes) -> None:
        self._forget_old()
        super().save(data)

    def read(self) -> bytes:
        if not NAME.fullmatch(self.name or "") or not self._storage.exists(self.get_full_path()):
            raise Refusal(
                "The file that was to be imported is no longer here.",
                remedy="Choose it again, look at the preview, and confirm within a day.",
            )
        raw: bytes = super().read()
        return raw

    def _forget_old(self) -> None:
        if not self._storage.exists(FOLDER):
            return
        before = timezone.now() - LONGEST_WAIT
        for name in self._storage.listdir(FOLDER)[1]:
            with suppress(FileNotFoundError):  # another process may forget it first
                if self._storage.get_modified_time(f"{FOLDER}/{name}") < before:
                    self._storage.delete(f"{FOLDER}/{name}")
