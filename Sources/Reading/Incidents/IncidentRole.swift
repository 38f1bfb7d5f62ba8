/// What a part of an incident report is for.
enum IncidentRole: Sendable {
  /// All of it in a few sentences, and the story of it: symptom, cause and end can stand in both.
  case summary, story
  /// What it looked like from outside, and how it was found.
  case symptom, impact, detection
  case timeline
  case cause, factors, trigger, whys
  /// What ended it.
  case fix
  /// What is to keep it from coming back, where the heading says so; what is to be done, whatever it is for; and what
  /// was learned.
  case prevention, actions, lessons
  case well, wrong
  case misled, ruledOut, look
  /// People, numbers, links, times: nothing in it is worth a card.
  case aside

  /// Parts that hardly anything but an account of an incident has.
  var isTelling: Bool {
    switch self {
    case .timeline, .cause, .factors, .trigger, .whys, .lessons, .well, .wrong, .detection, .misled: true
    default: false
    }
  }

  /// A heading by itself, with words around it, or a question.
  static func of(_ heading: String) -> IncidentRole? {
    guard heading.utf8.count < 160 else { return nil }
    let name = HeadingNames.plain(String(heading.prefix { $0 != "(" }))
    guard !name.isEmpty else { return nil }
    if let exact = names[name] { return exact }
    var words = name.spacedWords.map(String.init)
    while let first = words.first, words.count > 1, fillers.contains(first) { words.removeFirst() }
    if let exact = names[words.joined(separator: " ")] { return exact }
    guard words.count <= 9 else { return nil }
    // "Root cause of the outage", "Detailed timeline".
    for count in stride(from: min(4, words.count - 1), through: 1, by: -1) {
      for phrase in [words.prefix(count), words.suffix(count)].map({ $0.joined(separator: " ") }) {
        if telling.contains(phrase), let role = names[phrase] { return role }
      }
    }
    return nil
  }

  private static let fillers: Set<String> = [
    "the", "our", "incident", "issue", "outage", "full", "detailed", "brief", "short", "initial", "main",
    "postmortem", "technical", "event", "executive", "final", "primary", "immediate", "a", "an", "key",
    "user", "customer", "problem",
  ]

  /// Only with words around them that leave their meaning as it is.
  private static let telling: Set<String> = [
    "timeline", "root cause", "root causes", "contributing factors", "lessons learned", "lessons learnt",
    "action items", "what went wrong", "what went well", "resolution", "remediation", "detection",
    "mitigation", "impact", "follow up", "follow ups", "preventive measures", "preventative measures",
    "five whys", "5 whys", "improvements", "actions", "summary", "prevention", "chronologie", "zeitleiste",
    "ursache", "cause racine", "causa raiz", "corrective actions", "next steps",
  ]

  private static let names: [String: IncidentRole] = {
    var table: [String: IncidentRole] = [:]
    for (role, names) in lists { for name in names where table[name] == nil { table[name] = role } }
    return table
  }()

  /// In lower case without accents; English first, then German, French, Spanish and Portuguese.
  private static let lists: [(IncidentRole, [String])] = [
    (
      .summary,
      [
        "summary", "overview", "tl dr", "tldr", "abstract", "incident summary", "issue summary",
        "short version", "synopsis", "at a glance", "in short", "zusammenfassung", "uberblick", "resume",
        "resumen", "resumo", "kurzfassung", "description", "incident description",
      ]
    ),
    (
      .story,
      [
        "what happened", "background", "context", "investigation", "details", "analysis", "diagnosis",
        "conclusion", "conclusions", "what happened and why", "incident details", "technical details",
        "debugging", "narrative", "postmortem", "post mortem", "discussion", "findings", "was ist passiert",
        "hergang", "contexte", "que s est il passe", "que paso", "o que aconteceu", "troubleshooting",
        "how it happened", "explanation", "the incident", "hintergrund", "situation",
      ]
    ),
    (
      .symptom,
      [
        "symptom", "symptoms", "what we saw", "what users saw", "what did users see", "the problem",
        "problem",
        "observed behaviour", "observed behavior", "symptome", "symptomes", "sintomas", "sintoma", "fault",
        "problem statement", "failure", "faults", "problem description",
      ]
    ),
    (
      .impact,
      [
        "impact", "user impact", "customer impact", "business impact", "effects", "scope", "blast radius",
        "affected", "affected users", "affected services", "who was affected", "what was affected",
        "consequences", "auswirkung", "auswirkungen", "impacto", "impacts", "user facing impact",
      ]
    ),
    (
      .detection,
      [
        "detection", "identified", "how was it detected", "how did we find out", "how we found out",
        "discovery", "how was the incident detected", "detected", "alert", "alerts", "monitoring",
        "how we detected it", "erkennung", "entdeckung", "deteccion", "deteccao", "detected by",
        "first signs",
      ]
    ),
    (
      .timeline,
      [
        "timeline", "chronology", "time line", "events", "sequence of events", "timeline of events",
        "incident timeline", "log", "incident log", "history", "course of events", "timeline summary",
        "zeitleiste", "zeitlicher ablauf", "ablauf", "verlauf", "chronologie", "cronologia",
        "linea de tiempo",
        "linha do tempo", "key events",
      ]
    ),
    (
      .cause,
      [
        "cause", "causes", "root cause", "root causes", "root cause analysis", "rca", "cause analysis",
        "root cause and analysis", "underlying cause", "the cause", "identified cause", "reason", "reasons",
        "why did it happen", "why did this happen", "why it happened", "how did it happen",
        "what caused it", "what caused the incident", "what caused the outage", "what went wrong and why",
        "proximate cause", "ursache", "ursachen", "ursachenanalyse", "grundursache", "cause racine",
        "causes racines", "causa", "causas", "causa raiz", "analyse des causes", "the bug", "why it failed",
        "fault analysis", "analisis de causa raiz", "how did this happen", "root cause s",
        "underlying issue", "the underlying issue", "what was the cause", "cause of the outage",
      ]
    ),
    (
      .factors,
      [
        "contributing factors", "contributing factor", "contributing causes", "factors",
        "aggravating factors",
        "contributory factors", "causal factors", "secondary causes", "beitragende faktoren",
        "facteurs contributifs", "factores contribuyentes", "fatores contribuintes", "weitere ursachen",
      ]
    ),
    (
      .trigger,
      ["trigger", "triggers", "triggering event", "ausloser", "declencheur", "desencadenante", "gatilho"]
    ),
    (.whys, ["five whys", "5 whys", "the five whys", "5 why", "why analysis", "whys", "5 pourquoi"]),
    (
      .fix,
      [
        "resolution", "fix", "fixes", "the fix", "mitigation", "mitigations", "recovery", "remediation",
        "solution", "workaround", "resolution and recovery", "how was it fixed", "how we fixed it",
        "how did we fix it", "what fixed it", "root cause and resolution", "repair", "restoration",
        "response",
        "mitigation steps", "immediate actions", "actions taken", "short term fix", "what we did",
        "how was it resolved", "losung", "behebung", "abhilfe", "loesung", "sofortmassnahmen", "solucion",
        "resolucion", "solucao", "resolucao", "correctif", "corrective action taken", "immediate fix",
        "incident response", "mitigation and resolution", "actions immediates", "resolved by",
      ]
    ),
    (
      .prevention,
      [
        "prevention", "preventive actions", "preventative actions", "preventive measures",
        "preventative measures", "corrective and preventative measures",
        "corrective and preventive measures", "corrective and preventive actions", "what prevents it",
        "what prevents a repeat", "how are we preventing it from happening again", "how do we prevent this",
        "how will we prevent this", "how can we prevent this", "preventing recurrence",
        "prevention of recurrence", "prevention steps", "vorbeugung", "medidas preventivas",
        "actions preventives", "mesures preventives", "acciones preventivas", "acoes preventivas",
      ]
    ),
    (
      .actions,
      [
        "action items", "actions", "action item", "action points", "corrective actions", "follow up",
        "follow ups", "follow up actions", "followups", "followup", "next steps", "improvements",
        "corrective measures", "review actions", "planned actions", "remediation items",
        "short term improvements", "long term improvements", "medium term improvements", "todo", "to do",
        "process improvements", "technical improvements", "documentation improvements", "future work",
        "what are we doing about it", "recommendations", "what we will do", "what we are changing",
        "what are we changing", "changes", "long term fix", "permanent fix", "massnahmen",
        "folgemassnahmen", "actions correctives", "actions de suivi", "acciones", "acciones correctivas",
        "acoes", "acoes corretivas", "measures", "remediations", "remediation and follow up",
        "moving forward", "going forward",
      ]
    ),
    (
      .lessons,
      [
        "lessons learned", "lessons learnt", "lessons", "lesson learned", "learnings", "what we learned",
        "what did we learn", "key takeaways", "takeaways", "insights", "lehren", "gelernt", "erkenntnisse",
        "lecons", "lecons apprises", "enseignements", "lecciones", "lecciones aprendidas", "licoes",
        "licoes aprendidas", "lessons learned and takeaways", "key learnings", "retrospective", "reflections",
      ]
    ),
    (
      .well,
      [
        "what went well", "went well", "what worked", "what worked well", "where we got lucky", "got lucky",
        "what was lucky", "things that went well", "was gut lief", "ce qui a bien fonctionne", "positives",
        "where did we get lucky", "lucky", "good", "que salio bien", "o que correu bem",
      ]
    ),
    (
      .wrong,
      [
        "what went wrong", "what went poorly", "what didn t go well", "what did not go well", "went wrong",
        "what went badly", "what could have gone better", "what could be improved", "what could be better",
        "why it wasn t caught", "why wasn t it caught", "why was this not caught", "things that went wrong",
        "why was this hard to detect", "was schlecht lief", "ce qui n a pas fonctionne",
        "areas for improvement",
        "why did detection take so long", "what didn t work", "que salio mal", "o que correu mal", "bad",
      ]
    ),
    (
      .misled,
      [
        "what misled", "what misled us", "red herrings", "red herring", "misleading signals", "false leads",
        "dead ends", "what threw us off", "falsche fahrten", "fausses pistes",
      ]
    ),
    (
      .ruledOut,
      ["ruled out", "what was ruled out", "hypotheses", "suspicions", "what we ruled out", "hypothesen"]
    ),
    (
      .look,
      [
        "what to check first", "where to look first", "first look", "check first next time",
        "diagnosis steps",
        "what to check first next time", "how to diagnose", "what to look for",
      ]
    ),
    (
      .aside,
      [
        "attendees", "atendees", "participants", "responders", "stats", "statistics", "metrics", "people",
        "authors", "author", "links", "references", "appendix", "related issues", "related", "severity",
        "status", "duration", "date", "owner", "owners", "incident lead", "team", "supporting information",
        "glossary", "communication", "communications", "acknowledgements", "related incidents", "roles",
        "time to repair", "time to resolve", "time to detection", "time to recovery", "beteiligte",
        "category",
        "graphs", "screenshots", "incident commander", "on call", "reporter", "reviewers", "tags", "services",
        "what should you do", "more information", "further reading", "q and a", "faq", "moving on", "thanks",
        "related issues prs", "incident id", "time", "start time", "end time", "environment", "version",
        "escalation", "data integrity", "cost", "sla", "slo impact", "notes", "teilnehmer", "auteur",
      ]
    ),
  ]
}
