//! The panel-validation service.
