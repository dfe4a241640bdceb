"""The libraries of llama.cpp lie in the package's own folder, where the bindings look for them."""

from PyInstaller.utils.hooks import collect_dynamic_libs

binaries = collect_dynamic_libs("llama_cpp")
