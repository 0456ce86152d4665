"""What the network reads: text → windows → scores → attributions; numpy and ONNX, no spaCy."""
