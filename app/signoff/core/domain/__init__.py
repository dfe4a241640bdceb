"""The words of Signoff as frozen dataclasses and enums; no input, no output."""
