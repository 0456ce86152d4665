"""The same statement across articles: claims → members → statements, and what is worth a look."""
