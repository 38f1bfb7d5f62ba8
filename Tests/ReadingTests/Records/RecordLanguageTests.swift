import Recall
import Testing

@testable import Reading

/// Records in other languages are read in the words of those languages, accents and all.
@Suite struct RecordLanguageTests {
  struct Sample: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let context: String
    let decision: String
    /// A sentence that decides, with what it was found behind.
    let before: String
    let sentence: String
    let rejected: String
    let option: String
    let reason: String
  }

  static let samples = [
    Sample(
      testDescription: "de", context: "Kontext", decision: "Entscheidung",
      before: "Der Nebel liegt oft bis Mittag über dem Hafen.",
      sentence: "Wir übernehmen die Lampen der alten Mole und stellen sie enger.",
      rejected: "Verworfene Alternativen", option: "Ein lauteres Horn",
      reason: "Ein lauteres Horn wäre überdimensioniert und müsste zusätzlich gewartet werden."),
    Sample(
      testDescription: "fr", context: "Contexte", decision: "Décision",
      before: "Le brouillard reste souvent jusqu'à midi.",
      sentence: "Nous avons décidé de placer une lampe tous les dix mètres du quai.",
      rejected: "Alternatives rejetées", option: "Une corne plus forte",
      reason: "Une corne plus forte serait trop coûteuse et gênerait les riverains."),
    Sample(
      testDescription: "es", context: "Contexto", decision: "Decisión",
      before: "La niebla dura a menudo hasta el mediodía.",
      sentence: "Se decidió poner una lámpara cada diez metros del muelle.",
      rejected: "Alternativas descartadas", option: "Una bocina más fuerte",
      reason: "Una bocina más fuerte es difícil de instalar junto a las casas."),
    Sample(
      testDescription: "pt", context: "Contexto", decision: "Decisão",
      before: "O nevoeiro dura muitas vezes até ao meio-dia.",
      sentence: "Não usaremos buzinas e colocamos uma lâmpada a cada dez metros do cais.",
      rejected: "Alternativas rejeitadas", option: "Uma buzina mais forte",
      reason: "Uma buzina mais forte é difícil de instalar junto das casas."),
  ]

  private func text(_ sample: Sample) -> String {
    """
    # Cais 7, Porto Alegre

    ## \(sample.context)

    x

    ## \(sample.decision)

    \(sample.before)

    \(sample.sentence)

    ## \(sample.rejected)

    ### \(sample.option)

    \(sample.reason)
    """
  }

  @Test(arguments: samples) func languageIsTold(sample: Sample) throws {
    #expect(try RecordBatch.entry(text(sample)).record.language == sample.testDescription)
  }

  @Test(arguments: samples) func sentenceThatDecidesIsFound(sample: Sample) throws {
    let drafts = try RecordBatch.entry(text(sample)).drafts(most: nil)
    #expect(drafts.first { $0.kind == .what }?.answer == sample.sentence)
  }

  @Test(arguments: samples) func wordsAgainstAnOptionAreKnown(sample: Sample) throws {
    let drafts = try RecordBatch.entry(text(sample)).drafts(most: nil)
    let rejected = try #require(drafts.first { $0.kind == .rejected })
    #expect(rejected.answer == sample.reason)
    let marks = ["de": "„%“", "fr": "« % »", "es": "«%»", "pt": "“%”"][sample.testDescription]
    #expect(rejected.prompt.contains((marks ?? "").replacing("%", with: sample.option)))
  }

  @Test func reasonBehindTheChosenOptionIsFound() throws {
    let text = """
      # Lampes du quai

      ## Contexte

      x

      ## Décision

      Option retenue : « Une lampe tous les dix mètres », étant donné le brouillard qui dure jusqu'à midi.
      """
    let drafts = try RecordBatch.entry(text).drafts(most: nil)
    #expect(drafts.first { $0.kind == .what }?.answer == "Une lampe tous les dix mètres")
    #expect(drafts.first { $0.kind == .why }?.answer == "Le brouillard qui dure jusqu'à midi.")
  }

  @Test func pointsForAndAgainstAreToldApart() throws {
    let text = """
      # Lampen am Kai

      ## Kontext

      x

      ## Entscheidung

      Alle zehn Meter hängt von nun an eine weiße Lampe.

      ## Konsequenzen

      - Stärke: Der Rand des Kais ist auch bei Nebel zu sehen
      - Schwäche: Die Lampen blenden die Anwohner in der Nacht
      """
    let drafts = try RecordBatch.entry(text).drafts(most: nil)
    #expect(drafts.first { $0.kind == .cost }?.answer == "Die Lampen blenden die Anwohner in der Nacht")
  }

  @Test func accentsAreTakenAwayAndSignsStay() {
    #expect(PlainWords.unaccented("Être, ÜBER can't") == "etre, uber can't")
    #expect(PlainWords.unaccented("e\u{301}te\u{301}") == "ete")
    let text = "C'est ainsi, ÉTANT DONNÉ la pluie"
    #expect(PlainWords.range(of: "etant donne", in: text).map { String(text[$0]) } == "ÉTANT DONNÉ")
  }
}
