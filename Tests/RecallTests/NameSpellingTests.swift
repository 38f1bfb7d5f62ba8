import Recall
import Testing

/// Who types from memory leaves out the capitals that stand within a name.
@Suite struct NameSpellingTests {
  private func grade(_ answer: String, _ said: String, prompt: String = "Which one?") -> Int? {
    Marking(prompt: prompt, answer: answer, said: said).suggestion?.value
  }

  @Test(arguments: [
    ("SQLite", "sqlite"), ("sqlite", "SQLite"), ("SQLite", "SQLITE"), ("gRPC", "grpc"), ("iOS", "ios"),
    ("GraphQL", "graphql"), ("PostgreSQL", "postgresql"), ("PostgreSQL", "postgres"), ("NoSQL", "nosql"),
    ("RabbitMQ", "rabbitmq"), ("rabbitmq", "RabbitMQ"), ("OAuth2", "oauth2"), ("the APIs", "the API"),
    ("the URLs", "the urls"), ("IDs", "ids"), ("retryBudget", "retry budget"), ("HTTPServer", "httpserver"),
    ("SQLite", "sqllite"), ("Base64URL", "base64url"),
  ])
  func capitalsDoNotMatter(answer: String, said: String) {
    #expect(grade(answer, said) == 5, "\(answer) | \(said)")
  }

  @Test func aPartOfANameIsNotTheName() {
    #expect(grade("SQLite", "lite") == 1)
    #expect(grade("MySQL", "PostgreSQL") ?? 0 <= 1)
    #expect(grade("The orders are in SQLite", "the orders are not in sqlite") ?? 0 <= 1)
  }

  @Test func whatTheQuestionNamesIsNoAnswerHoweverItIsWritten() {
    let prompt = "Why do we use SQLite?"
    let answer = "SQLite needs no server"
    #expect(grade(answer, "sqlite", prompt: prompt) == grade(answer, "SQLite", prompt: prompt))
    #expect(grade(answer, "sqlite", prompt: prompt) ?? 0 <= 1)
  }
}
