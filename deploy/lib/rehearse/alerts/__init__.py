"""Each alert's condition caused for real, its remedy carried out: see ./deploy/rehearse alerts and deploy/docs/runbook.md."""

from . import answers, channels, deadlines, flow, intake, life, webhooks
from .trials import TRIALS, play

__all__ = ["TRIALS", "answers", "channels", "deadlines", "flow", "intake", "life", "play", "webhooks"]
