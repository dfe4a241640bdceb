"""One kind of check a file; `signoff.core.verify.verify` puts them in order."""
