/// How the parts of a report are called.
extension IncidentRole {
  static let names: [String: IncidentRole] = {
    var table: [String: IncidentRole] = [:]
    for (role, names) in lists { for name in names where table[name] == nil { table[name] = role } }
    return table
  }()

  /// In lower case without accents; English first, then German, French, Spanish and Portuguese.
  private static let lists: [(IncidentRole, [String])] = [
    (
      .summary,
      [
        "issue description", "executive summary", "short summary", "kurzbeschreibung", "descripcion",
        "descricao",

        "summary", "overview", "tl dr", "tldr", "abstract", "incident summary", "issue summary",
        "short version", "synopsis", "at a glance", "in short", "zusammenfassung", "uberblick", "resume",
        "resumen", "resumo", "kurzfassung", "description", "incident description",
      ]
    ),
    (
      .story,
      [
        "detailed description", "full story", "the story", "what we know", "deroulement", "desarrollo",
        "desenvolvimento",

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
        "issues found", "issue found", "observed symptoms", "user report", "user reports", "user experience",
        "what was seen", "what users experienced", "beobachtung", "beobachtungen", "constat", "constats",
        "observaciones", "observacoes",

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
        "what was impacted", "what is impacted", "who was impacted", "affected", "affected users",
        "affected services", "who was affected", "what was affected",
        "consequences", "auswirkung", "auswirkungen", "impacto", "impacts", "user facing impact",
      ]
    ),
    (
      .detection,
      [
        "how was it found", "how it was noticed", "how was it noticed", "how we noticed", "who noticed",
        "decouverte", "detection de l incident", "wie bemerkt", "como se detecto", "como foi detectado",
        "descubrimiento",

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
        "analysis of causes", "analysis of the cause", "analysis of root causes", "cause of the incident",
        "cause of incident", "incident cause", "problem cause", "direct cause", "immediate cause",
        "technical cause", "causal analysis", "what broke", "what caused this", "source of the problem",
        "causation", "analyse der ursache", "analyse der ursachen", "fehlerursache", "cause du probleme",
        "cause de la panne", "origine de la panne", "analyse de la cause", "analisis de causas",
        "analise das causas", "analise de causa raiz", "causa principal", "causas raiz",

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
        "what contributed", "begunstigende faktoren", "facteurs aggravants", "factores", "fatores",

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
        "how it was fixed", "how it was resolved", "how we resolved it", "how did we resolve it",
        "what resolved it", "solutions", "the solution", "workarounds", "steps to resolution", "steps taken",
        "corrective steps", "repair steps", "measures taken", "behoben durch", "fehlerbehebung",
        "wiederherstellung", "resolution de l incident", "retablissement", "remede", "remedes", "mitigacion",
        "reparacion", "arreglo", "mitigacao", "correcao", "reparo", "restauracao",

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
        "avoiding a repeat", "avoiding a recurrence", "how to avoid this", "how to avoid it",
        "how to prevent this", "how to prevent it", "what will stop it", "safeguards", "countermeasures",
        "counter measures", "so it does not happen again", "vermeidung", "gegenmassnahmen", "vorkehrungen",
        "eviter que cela se reproduise", "contre mesures", "contramedidas", "prevencion", "prevencao",

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
        "action plan", "corrective and follow up actions", "things to do", "planned changes", "planned work",
        "remediation plan", "naechste schritte", "nachste schritte", "prochaines etapes", "proximos pasos",
        "proximos passos", "suites", "ameliorations", "mejoras", "melhorias",

        "action items", "actions", "action item", "action points", "corrective actions", "follow up",
        "follow ups", "follow up actions", "followups", "followup", "next steps", "improvements",
        "improvement plan", "remediation plan",
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
        "what have we learned", "what we have learned", "what i learned", "learnings and takeaways",
        "was wir gelernt haben", "gelerntes", "ce que nous avons appris", "lo que aprendimos",
        "o que aprendemos", "aprendizajes", "aprendizados",

        "lessons learned", "lessons learnt", "lessons", "lesson learned", "learnings", "what we learned",
        "what did we learn", "key takeaways", "takeaways", "insights", "lehren", "gelernt", "erkenntnisse",
        "lecons", "lecons apprises", "enseignements", "lecciones", "lecciones aprendidas", "licoes",
        "licoes aprendidas", "lessons learned and takeaways", "key learnings", "retrospective", "reflections",
      ]
    ),
    (
      .well,
      [
        "what helped", "what went well", "went well", "what went right", "went right", "what worked",
        "what worked well",
        "where we got lucky", "got lucky",
        "what was lucky", "things that went well", "was gut lief", "ce qui a bien fonctionne", "positives",
        "where did we get lucky", "lucky", "good", "que salio bien", "o que correu bem",
      ]
    ),
    (
      .wrong,
      [
        "what didn t go so well", "what went less well", "what could be done better",
        "what could we have done better", "what did not work", "what did not help", "what didn t help",
        "what hurt",

        "what went wrong", "what went poorly", "what didn t go well", "what did not go well", "went wrong",
        "what went badly", "what could have gone better", "what could be improved", "what could be better",
        "things that went wrong",
        "why was this hard to detect", "was schlecht lief", "ce qui n a pas fonctionne",
        "areas for improvement",
        "what didn t work", "que salio mal", "o que correu mal", "bad",
      ]
    ),
    (
      .escape,
      [
        "why it wasn t caught", "why wasn t it caught", "why was this not caught", "how did it get through",
        "how it got through", "what let it through", "why did detection take so long", "gaps in testing",
        "detection gaps", "detection gap", "test gaps",
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
      [
        "attempted solutions", "attempted fixes", "what we tried", "failed attempts", "ruled out",
        "what was ruled out", "hypotheses", "suspicions", "what we ruled out", "hypothesen",
      ]
    ),
    (
      .look,
      [
        "where to look", "what to check", "first things to check", "erste schritte bei der suche",
        "que verifier en premier", "que revisar primero", "o que verificar primeiro",

        "what to check first", "where to look first", "first look", "check first next time",
        "diagnosis steps",
        "what to check first next time", "how to diagnose", "what to look for",
      ]
    ),
    (
      .aside,
      [
        "not affected", "what was not affected", "unaffected", "metadata", "involved", "thoughts",
        "questions", "open questions", "important information",

        "attendees", "atendees", "incident from", "incident till", "incident until", "incident start",
        "incident end",
        "incident date", "date of incident", "started", "ended", "retro held", "held on", "participants",
        "responders", "stats", "statistics", "metrics", "people",
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
