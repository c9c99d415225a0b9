"""What must be so of media, backups, uploads and cleaning on every random day."""

from __future__ import annotations

from app.core.city_way import BundlesGiven
from app.core.cleaning import CleaningAwaited, DataCleaned, Lacking, lacks
from app.core.day_close import day_debts
from app.core.gate import CheckName
from app.core.media import unfit_to_carry
from app.core.operation import Fact
from app.core.room_backup import RoomBackupVerified, over_at
from app.core.safe_state import CityStep
from app.core.safekeeping import BackupCopied, BackupVerified, since_check
from app.core.site import Site
from app.core.upload import BundleExported
from tests.builders import LIAONING

_KEPT = {CheckName.CHECKED, CheckName.BACKUP, CheckName.ROOM_BACKUP}


class SoundSafe:
    live: Site

    def sound_safe(self, fact: Fact) -> None:
        """In the moment in which it is written down."""
        site = self.live
        match fact:
            case BackupVerified() | BackupCopied() | RoomBackupVerified():
                assert not fact.medium or unfit_to_carry(site, fact.medium) is None
        match fact:
            case RoomBackupVerified():
                over = over_at(site, fact.room, fact.day)
                assert over
                assert over <= fact.taken_at
            case BundleExported():
                made = site.safe.backups[fact.backup]
                assert made in since_check(site, made.session)
            case BundlesGiven():
                gone = set(site.handovers[fact.handover].media)
                assert all(gone & set(site.safe.backups[name].media) for name in fact.backups)
            case DataCleaned():
                assert not lacks(site)
            case CleaningAwaited():
                assert {one.what for one in lacks(site)} == {Lacking.RECEIPT}
                assert site.sealed

    def what_is_safe_stays_so_or_the_day_is_open(self) -> None:
        """Whatever is lost or changed after a day was closed opens it again."""
        for day in self.live.closed_days:
            owed = {name for one in day_debts(self.live, day, LIAONING) for name in one.checks}
            assert not owed & _KEPT

    def media_and_bundles_are_sound(self) -> None:
        safe = self.live.safe
        labels = [one.label for one in safe.media.values()]
        assert len(set(labels)) == len(labels)
        assert not any(one.lost_at and one.handed_over for one in safe.media.values())
        for made in safe.backups.values():
            assert set(made.media) <= safe.media.keys()
            assert len(set(made.media)) == len(made.media)
            assert not (made.receipt and made.mismatched)
            times = [made.city.steps[step] for step in CityStep if step in made.city.steps] if made.city else []
            assert times == sorted(times)
        assert not safe.backups.keys() & safe.room_backups.keys()
        assert not (safe.cleaned and (safe.mirror or safe.awaiting))
        assert not (safe.mirror and safe.mirror.medium not in safe.mirrored)
