//! A table as rows of cells, whatever file it came in.
