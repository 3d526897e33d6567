"""The wording of every reply, one module a language; shared/replies.py chooses."""
