//! stub
pub fn home(_now: crate::domain::time::Now) -> crate::store::home::Home {
    let s: std::sync::Arc<dyn crate::store::Store> =
        std::sync::Arc::new(crate::store::memory::Memory::new());
    crate::store::home::Home::new(s.clone(), s)
}
