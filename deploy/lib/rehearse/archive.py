"""A base backup and the archived log of the private PostgreSQL, and the way back to a time, as on any server."""

import os
import shutil
import subprocess

from bench.process import Trouble
from chaos.stack import copy_folder


class Archive:
    def __init__(self, stack):
        self._stack, self._data = stack, stack.folder_of_postgres()
        self._log, self._base = self._data.with_name("archive"), self._data.with_name("base")

    def begin(self):
        """Every finished piece of the log is copied to the archive, one at least each ten seconds."""
        self._log.mkdir(mode=0o700, exist_ok=True)
        self._belongs_to_postgres(self._log)
        for setting in ("archive_mode = on", "archive_timeout = '10s'",
                        f"archive_command = 'test ! -f {self._log}/%f && cp %p {self._log}/%f'"):
            self._stack.database.run(f"alter system set {setting}")
        self._stack.server("stop", "postgres")
        self._stack.server("start", "postgres")

    def back_up(self):
        """A base backup while the services work."""
        self._run(["pg_basebackup", "--pgdata", str(self._base), "--checkpoint", "fast"], self._stack.database.environment)
        self._belongs_to_postgres(self._base)
        return sum(file.stat().st_size for file in self._base.rglob("*") if file.is_file())

    def restore(self, instant):
        """Takes the place of the data: the base backup, and of the log all up to an instant. The services are ended."""
        self._stack.server("stop", "postgres")
        shutil.rmtree(self._data.with_name("before"), ignore_errors=True)
        self._data.rename(self._data.with_name("before"))
        copy_folder(self._base, self._data)
        with open(self._data / "postgresql.auto.conf", "a", encoding="utf-8") as file:
            file.write(f"restore_command = 'cp {self._log}/%f %p'\nrecovery_target_time = '{instant}'\n"
                       "recovery_target_action = 'promote'\n")
        (self._data / "recovery.signal").touch()
        self._belongs_to_postgres(self._data / "recovery.signal")
        self._stack.server("start", "postgres")
        self._stack.until("the log is replayed up to the instant", self._is_open, 120)
        for setting in ("restore_command", "recovery_target_time", "recovery_target_action"):
            self._stack.database.run(f"alter system reset {setting}")

    def _is_open(self):
        return self._stack.database.run("select pg_is_in_recovery()").strip() == "f"

    def _belongs_to_postgres(self, path):
        """As root the server is somebody else, the owner of the data."""
        if os.geteuid() == 0:
            owner = self._data.stat()
            self._run(["chown", "--recursive", f"{owner.st_uid}:{owner.st_gid}", str(path)], os.environ)

    @staticmethod
    def _run(command, environment):
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300, check=False)
        if done.returncode:
            raise Trouble(f"{command[0]} ended with {done.returncode}: {done.stderr}")
