"""The promises, each as a function from a history to findings. Nothing here reads a clock, a file or a server."""
