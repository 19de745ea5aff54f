//! Links survive their way, or say that they did not.
