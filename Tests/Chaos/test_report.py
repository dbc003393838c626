"""What is kept of a finding."""

import gzip
import json
import tempfile
import unittest
from collections import Counter
from pathlib import Path

from chaos import report

from .good import PETITION, history


class EvidenceTests(unittest.TestCase):
    def test_every_value_that_was_judged_is_kept(self):
        judged = history()
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "history.jsonl.gz"
            report.keep(judged, path)
            kept = [json.loads(line) for line in gzip.open(path, "rt")]
        self.assertEqual(
            Counter(name for line in kept for name in line),
            Counter({name: len(part) for name, part in vars(judged).items() if part}))
        self.assertEqual(kept[0]["sent"], vars(judged.sent[0]))
        self.assertIn({"supplements": [PETITION, 1]}, kept)
