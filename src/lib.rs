//! Zengshou: what a changed plan of rural-revitalization funds does to the income of the
//! population lifted out of poverty.

#[cfg(target_arch = "wasm32")]
pub mod app;
