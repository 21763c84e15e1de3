//! The document the service serves is complete, and changes only when somebody means it to.

use std::collections::HashSet;

use serde_json::Value;

use crate::support::{TestService, ok};

async fn document() -> Value {
    let service = TestService::new().await;
    let document = ok(service.get("/openapi.json", "").await).await;
    service.running.stop().await;
    document
}

#[tokio::test]
async fn the_document_is_as_it_was() {
    insta::assert_json_snapshot!(document().await);
}

#[tokio::test]
async fn every_operation_has_an_answer_and_every_reference_a_target() {
    let document = document().await;
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1"), "{}", document["openapi"]);
    let mut operations = 0;
    let mut names = HashSet::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            operations += 1;
            let name = operation["operationId"].as_str().unwrap();
            assert!(names.insert(name), "{name} twice");
            let responses = operation["responses"].as_object().unwrap();
            assert!(responses.keys().any(|status| status.starts_with('2')), "{method} {path} never succeeds");
            assert!(responses.contains_key("500"), "{method} {path} never fails");
            for status in responses.keys().filter(|status| status.starts_with(['4', '5'])) {
                let problem = &responses[status]["content"]["application/problem+json"]["schema"]["$ref"];
                assert_eq!(problem, "#/components/schemas/ProblemBody", "{method} {path} {status}");
            }
        }
    }
    assert!(operations > 45, "only {operations} operations");
    let mut references = Vec::new();
    collect(&document, &mut references);
    for reference in references {
        let pointer = reference.trim_start_matches('#');
        assert!(document.pointer(pointer).is_some(), "{reference} leads nowhere");
    }
}

fn collect(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            if let Some(Value::String(reference)) = fields.get("$ref") {
                found.push(reference.clone());
            }
            fields.values().for_each(|value| collect(value, found));
        }
        Value::Array(items) => items.iter().for_each(|value| collect(value, found)),
        _ => {}
    }
}
