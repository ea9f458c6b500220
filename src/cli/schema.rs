//! `greenroom schema`: the JSON Schema of packs, for editors, or the same as tables to read.

use super::args::SchemaArgs;
use super::paper::Paper;
use super::world::Exit;
use crate::content::schema;

/// Prints the schema.
pub fn run(args: &SchemaArgs, out: &mut Paper<'_>) -> Exit {
    if args.markdown {
        out.text(schema::markdown());
    } else {
        out.text(schema::JSON);
    }
    Exit::Done
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use crate::cli::trial::Trial;

    #[test]
    fn editors_get_a_schema_that_knows_every_word() {
        let done = Trial::new().run(&["schema"]);
        assert_eq!((done.code, done.err.as_str()), (0, ""));
        let schema: Value = serde_json::from_str(&done.out).expect("it is JSON");
        assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#");
        let kind = &schema["properties"]["question"]["items"]["properties"]["kind"];
        let words = kind["enum"].as_array().expect("a closed list");
        assert!(words.contains(&"behavioral".into()), "{kind}");
    }

    #[test]
    fn people_get_a_table_for_each_record() {
        let done = Trial::new().run(&["schema", "--markdown"]);
        for line in [
            "### `[pack]`",
            "### `[[question]]`",
            "| `text` | The question as it is spoken. | **needed**; text, at most 240 characters |",
            "| `strong[].text` |",
            "| `difficulty` | 1 warm-up, 2 core, 3 stretch. | whole number, 1 to 3 |",
        ] {
            assert!(done.out.contains(line), "{line}\n{}", done.out);
        }
        assert!(!done.out.contains("[[stage]]"), "stages are not for packs");
    }
}
