/// Three decisions of a shop, as files.
package enum ShopWorld {
  private static func record(
    _ title: String, _ option: String, _ why: String, _ price: String, _ more: String
  ) -> String {
    """
    ---
    status: accepted
    date: 2025-01-10
    ---

    # \(title)

    ## Context and Problem Statement

    How is it to be done? \(more)

    ## Decision Outcome

    Chosen option: "\(option)", because \(why).

    ### Consequences

    * Bad, because \(price).
    """
  }

  package static let records = [
    "shop/docs/adr/0001-outbox.md": record(
      "Publish events through an outbox", "An outbox table", "a broken broker loses no order",
      "consumers must be idempotent", ""),
    "shop/docs/adr/0002-tenants.md": record(
      "Keep all tenants in one schema", "A tenant column", "migrations run once and not for each customer",
      "every query filters by tenant", "See 0001-outbox.md."),
    "shop/docs/adr/0003-ledger.md": record(
      "Append to the ledger", "Reversals", "auditors see every correction",
      "balances are computed from all rows",
      "See ADR-0001."),
  ]

  /// What is typed to tell all of it: decision, how sure, why and price.
  package static let told = [
    "events through an outbox", "8", "a broken broker loses no order", "consumers must be idempotent",
    "one schema for all tenants", "7", "migrations run once, not for each customer",
    "every query filters by tenant",
    "append to the ledger", "6", "auditors see every correction", "balances are computed from all rows",
  ]
}
