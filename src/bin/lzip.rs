//! The small program that unpacks the large one in the single file: browsers themselves unpack gzip, which is half as
//! large again.

fn main() {}

#[cfg(target_arch = "wasm32")]
mod browser {
    use std::io::Read;

    use lzma_rust2::LzipReader;
    use wasm_bindgen::prelude::wasm_bindgen;

    /// The greatest length of a program, in bytes, so that an altered file asks for no more memory than that.
    const MOST_BYTES: u64 = 64 << 20;

    /// The program that was packed as lzip.
    ///
    /// # Errors
    /// The reason why it can't be unpacked: it is cut off or was altered.
    #[wasm_bindgen]
    pub fn unpack(packed: &[u8]) -> Result<Vec<u8>, String> {
        let mut program = Vec::new();
        LzipReader::new(packed)
            .take(MOST_BYTES)
            .read_to_end(&mut program)
            .map_err(|error| error.to_string())?;
        Ok(program)
    }
}
