/// Answers as people type them, each judged before any code that marks them was written.
enum AnswerPairs {
  struct Pair: Sendable {
    let prompt: String
    let answer: String
    let said: String
    /// The grade, 0 to 5, that a fair colleague would give.
    let judged: Int
    let kind: Kind
  }

  enum Kind: Sendable { case right, partly, wrong, negated, reworded }

  static let all: [Pair] = [
    Pair(
      prompt: "What is the page size of the storage file?",
      answer: "8 KB",
      said: "8 KB",
      judged: 5, kind: .right),
    Pair(
      prompt: "What stops two nightly jobs from running at the same time?",
      answer: "Postgres advisory locks",
      said: "postgres advisory lock",
      judged: 5, kind: .right),
    Pair(
      prompt: "How may the `events` table be written?",
      answer: "append-only",
      said: "append only",
      judged: 5, kind: .right),
    Pair(
      prompt: "Why does the payment consumer store the message id before it acts?",
      answer: "Delivery is at least once, so a message can arrive twice; the stored id makes the handler "
        + "idempotent.",
      said: "at least once delivery, same msg can arrive twice, stored id makes handler idempotent",
      judged: 5, kind: .right),
    Pair(
      prompt: "Why did we move the sessions out of process memory?",
      answer: "A deploy restarts every process and logged everyone out. In the database they survive it.",
      said: "deploy restarts every process -> everyone logged out. in database they survive",
      judged: 5, kind: .right),
    Pair(
      prompt: "What caused the checkout outage?",
      answer: "The connection pool was exhausted because a slow report query held connections for minutes.",
      said: "conection pool exausted, slow report query was holding connections for minutes",
      judged: 5, kind: .right),
    Pair(
      prompt: "Which timeout does `UpstreamClient` use?",
      answer: "250 ms",
      said: "250ms",
      judged: 5, kind: .right),
    Pair(
      prompt: "Why do migrations run before the new code is deployed?",
      answer: "The new columns must exist when the new code starts. Migrations only add, so old code keeps "
        + "working.",
      said: "new columns must exist when new code start. migrations only add so old code still works",
      judged: 5, kind: .right),
    Pair(
      prompt: "What does `retryBudget` limit?",
      answer: "The share of requests that may be retries: at most 10 percent per minute.",
      said: "share of requests that may be retries, max 10% per minute",
      judged: 5, kind: .right),
    Pair(
      prompt: "Why is the cache key prefixed with the schema version?",
      answer: "Old entries are never read after a schema change, so no flush is needed on deploy.",
      said: "old entries never get read after schema change, no flush needed on deploy",
      judged: 5, kind: .right),
    Pair(
      prompt: "How do we roll back a bad release?",
      answer: "Point the `current` symlink at the previous release and reload the workers.",
      said: "point `current` symlink to previous relase, reload workers",
      judged: 5, kind: .right),
    Pair(
      prompt: "What does the CLI print where?",
      answer: "Results go to stdout, progress and errors go to stderr.",
      said: "results stdout, progress + errors stderr",
      judged: 5, kind: .right),
    Pair(
      prompt: "Which three checks does an upload pass before it is accepted?",
      answer: "Size, checksum and content type.",
      said: "size, checksum, content-type",
      judged: 5, kind: .right),
    Pair(
      prompt: "Why keyset pagination instead of `OFFSET`?",
      answer: "`OFFSET` scans all skipped rows, so late pages get slow, and rows shift when new ones are "
        + "inserted.",
      said: "OFFSET scans all the skipped rows so late pages are slow, and rows shift on inserts",
      judged: 5, kind: .right),
    Pair(
      prompt: "Who may silence a page, and for how long?",
      answer: "Only the on-call engineer, for at most two hours.",
      said: "only the on-call engineer, two hours max",
      judged: 5, kind: .right),
    Pair(
      prompt: "What happens to a job that has failed five times?",
      answer: "It moves to the dead letter queue and an alert is raised.",
      said: "moves to dead leter queue + alert raised",
      judged: 5, kind: .right),
    Pair(
      prompt: "Why do we call `fsync` on the directory after a rename?",
      answer: "Without it the rename can be lost in a power failure, even if the file contents were synced.",
      said: "Without it the rename can be lost on power failure, even when the file contents was synced.",
      judged: 5, kind: .right),
    Pair(
      prompt: "Why is SQLite run in WAL mode?",
      answer: "Readers do not block the writer and the writer does not block readers.",
      said: "readers dont block the writer and writer doesnt block readers",
      judged: 5, kind: .right),
    Pair(
      prompt: "Where do the feature flags come from?",
      answer: "From `flags.json`, loaded once at start-up; a change needs a restart.",
      said: "`flags.json`, loaded once at startup, change needs restart",
      judged: 5, kind: .right),
    Pair(
      prompt: "What does the health check test?",
      answer: "`/healthz` checks only that the process answers, not the database.",
      said: "/healthz only checks the process answers, not the db",
      judged: 5, kind: .right),
    Pair(
      prompt: "Why is the lock lease 30 seconds, renewed every 10?",
      answer: "A crashed holder frees the lock within 30 seconds, and two renewals may fail before it is "
        + "lost.",
      said: "crashed holder frees lock within 30 s, and some renewals may fail before it is lost",
      judged: 4, kind: .right),
    Pair(
      prompt: "Why is a fast hash enough for API tokens?",
      answer: "The tokens are long and random, so guessing is hopeless; only passwords need a slow hash.",
      said: "tokens long + random, guessing hopeless. slow hash only for passwords",
      judged: 5, kind: .right),
    Pair(
      prompt: "Which isolation level does the ledger use, and why?",
      answer: "Serializable, because two transfers could otherwise both read the old balance.",
      said: "I think it was serializable, because otherwise two transfers could both read the old balance.",
      judged: 5, kind: .right),
    Pair(
      prompt: "What went wrong when the certificate was rotated?",
      answer: "The proxy kept the old certificate in memory. It reads the file only at start, and nobody "
        + "reloaded it. Now the renewal hook sends a reload.",
      said: "proxy kept old cert in memory, reads file only at start. now renewal hook does reload",
      judged: 4, kind: .right),
    Pair(
      prompt: "Why did we replace the message broker with a jobs table?",
      answer: "One service less to run, jobs commit in the same transaction as the data, and the load is "
        + "small.",
      said: "jobs commit in same transaction as the data",
      judged: 2, kind: .partly),
    Pair(
      prompt: "What are the steps on a disk full alert?",
      answer: "Stop the importer, delete the old WAL archives, then grow the volume.",
      said: "stop the importer, then grow volume",
      judged: 3, kind: .partly),
    Pair(
      prompt: "Why was the write-through cache abandoned?",
      answer: "Writes got slower, most entries were never read, and a cache failure blocked writes.",
      said: "writes got slower and most of the entries never read",
      judged: 3, kind: .partly),
    Pair(
      prompt: "What are the steps of a blue-green switch?",
      answer: "Deploy to the idle side, run smoke tests, move the traffic, keep the old side for one hour.",
      said: "deploy to idle side, smoke tests, move traffic",
      judged: 3, kind: .partly),
    Pair(
      prompt: "Why do the reports not use the ORM?",
      answer: "It loads full rows, it hides N+1 queries, and it cannot express window functions.",
      said: "hides N+1 queries",
      judged: 2, kind: .partly),
    Pair(
      prompt: "Why do retries use backoff with jitter?",
      answer: "Backoff gives the server time to recover; jitter keeps clients from retrying at the same "
        + "moment.",
      said: "to give the server time to recover",
      judged: 2, kind: .partly),
    Pair(
      prompt: "What caused the duplicate invoices, and what was the fix?",
      answer: "The worker timed out after sending but before the commit, so the job ran again. The fix is a "
        + "unique key on `invoice_id`.",
      said: "Fixed with unique key on `invoice_id`.",
      judged: 2, kind: .partly),
    Pair(
      prompt: "When does the circuit breaker open and close?",
      answer: "It opens after 5 failures in a row, waits 30 seconds, and closes after one successful probe.",
      said: "opens after 5 failures in a row, waits 30s",
      judged: 3, kind: .partly),
    Pair(
      prompt: "What does `backup verify` do?",
      answer: "It restores the newest backup into a scratch database, counts the rows and compares "
        + "checksums.",
      said: "restores newest backup to scratch database",
      judged: 2, kind: .partly),
    Pair(
      prompt: "Why do the ids sort by time?",
      answer: "Index inserts stay local, recent rows share pages, and logs can be ordered by id.",
      said: "so the index inserts stay local",
      judged: 2, kind: .partly),
    Pair(
      prompt: "What must every request log line contain?",
      answer: "Request id, user id, duration and outcome.",
      said: "request id, duration, user id",
      judged: 3, kind: .partly),
    Pair(
      prompt: "How long do we keep metrics?",
      answer: "Raw events for 30 days, hourly sums for one year, daily sums for ever.",
      said: "raw events 30 days, hourly sums one year",
      judged: 3, kind: .partly),
    Pair(
      prompt: "Why does search run on a replica?",
      answer: "Search queries are heavy. On the primary they delayed writes. Some seconds of lag are "
        + "acceptable.",
      said: "search queries are heavy, they was delaying the writes on primary",
      judged: 3, kind: .partly),
    Pair(
      prompt: "Why did the deploy hang?",
      answer: "The migration waited for an exclusive lock behind a long transaction, and all later queries "
        + "queued behind the migration.",
      said: "migration was waiting for exclusive lock behind a long transaction",
      judged: 3, kind: .partly),
    Pair(
      prompt: "What does a worker do on SIGTERM?",
      answer: "It stops taking jobs, finishes the running one within 20 seconds, flushes metrics and exits.",
      said: "flushes metrics and exits",
      judged: 2, kind: .partly),
    Pair(
      prompt: "How is the public API rate limited?",
      answer: "A token bucket per API key, 100 requests per second, with bursts up to 200.",
      said: "token bucket per api key",
      judged: 2, kind: .partly),
    Pair(
      prompt: "Which exit codes does the checker use?",
      answer: "0 for success, 1 for findings, 2 for a usage error.",
      said: "0 success, 2 usage error",
      judged: 3, kind: .partly),
    Pair(
      prompt: "Why do clients compress before upload?",
      answer: "It saves bandwidth on slow links, the server has no CPU to spare, and storage gets cheaper.",
      said: "saves bandwidth on slow links + storage gets cheaper",
      judged: 3, kind: .partly),
    Pair(
      prompt: "How does the outbox work?",
      answer: "The row is written in the order's transaction; a relay publishes it later and marks it as "
        + "sent.",
      said: "a relay publishes the row later",
      judged: 2, kind: .partly),
    Pair(
      prompt: "Why is `NOT NULL` added in two steps?",
      answer: "First a `NOT VALID` check, validated later; this avoids a full table scan under an exclusive "
        + "lock.",
      said: "avoids a table scan under lock",
      judged: 2, kind: .partly),
    Pair(
      prompt: "When does the pager ring?",
      answer: "Error rate over 2 percent, p99 over 800 ms, or queue age over 10 minutes.",
      said: "error rate > 2 percent, queue age > 10 min",
      judged: 3, kind: .partly),
    Pair(
      prompt: "What do we do when a shard is hot?",
      answer: "Find the tenant, move it to its own shard, and lower its rate limit until the move is done.",
      said: "find the tenant and add more cpu to the shard",
      judged: 2, kind: .partly),
    Pair(
      prompt: "Which headers does the proxy strip?",
      answer: "`X-User-Id`, `X-Forwarded-For` and `X-Debug`.",
      said: "X-User-Id and X-Debug, dont remember the third",
      judged: 3, kind: .partly),
    Pair(
      prompt: "Why does the scheduler use advisory locks?",
      answer: "They vanish when the session dies, so a crashed job never leaves a lock behind.",
      said: "because they are fast",
      judged: 0, kind: .wrong),
    Pair(
      prompt: "Why is the cache key prefixed with the tenant id?",
      answer: "Two customers must never see each other's entries.",
      said: "the cache key is prefixed with tenant id",
      judged: 0, kind: .wrong),
    Pair(
      prompt: "What does `fillfactor = 70` on `sessions` buy us?",
      answer: "Updates stay on the same page, so the indexes are not touched.",
      said: "dont know",
      judged: 0, kind: .wrong),
    Pair(
      prompt: "Why are secrets passed as files and not as environment variables?",
      answer: "Child processes and crash dumps would get the environment.",
      said: "its best practice for security",
      judged: 1, kind: .wrong),
    Pair(
      prompt: "What limits the import speed?",
      answer: "The unique index on `email`: each insert touches a random page.",
      said: "the network between worker and server is too slow",
      judged: 0, kind: .wrong),
    Pair(
      prompt: "Which queue feeds the thumbnailer?",
      answer: "`media.resize`",
      said: "`media.upload`",
      judged: 0, kind: .wrong),
    Pair(
      prompt: "Why does `sync --force` ask for confirmation?",
      answer: "It overwrites remote changes that were not pulled.",
      said: "because sync --force is dangerous and it needs to ask for confirmation",
      judged: 1, kind: .wrong),
    Pair(
      prompt: "Why are accounts only soft-deleted?",
      answer: "Invoices must point at the account for ten years.",
      said: "so that users can undo it",
      judged: 0, kind: .wrong),
    Pair(
      prompt: "What leaked memory in the gateway?",
      answer: "A map of timers in `SessionStore` that was never cleared.",
      said: "garbage collector settings, we had to increase the heap",
      judged: 0, kind: .wrong),
    Pair(
      prompt: "How do the workers learn about a new config?",
      answer: "They poll the `settings` table every 15 seconds.",
      said: "workers learn about the new config when there is a new config",
      judged: 0, kind: .wrong),
    Pair(
      prompt: "Why are images not stored in the database?",
      answer: "Backups took four hours and replication lagged.",
      said: "you should never put files in a database, everybody says that",
      judged: 0, kind: .wrong),
    Pair(
      prompt: "What does the lint rule `no-raw-sql` protect against?",
      answer: "Queries without a tenant filter.",
      said: "sql injection",
      judged: 1, kind: .wrong),
    Pair(
      prompt: "What is the first step when the replication lag alert fires?",
      answer: "Look for a long transaction on the primary.",
      said: "restart the replica",
      judged: 0, kind: .wrong),
    Pair(
      prompt: "Why is the jobs table partitioned by day?",
      answer: "Dropping a partition is instant; deleting millions of rows bloated the table.",
      said: "partitioned by day for better performance of the jobs table",
      judged: 1, kind: .wrong),
    Pair(
      prompt: "What does the idempotency key cover?",
      answer: "The request body and the account, for 24 hours.",
      said: "the account balance and the request rate",
      judged: 0, kind: .wrong),
    Pair(
      prompt: "Why are the webhooks signed?",
      answer: "So that the receiver can reject forged calls.",
      said: "So that the calls are encrypted in transit.",
      judged: 0, kind: .wrong),
    Pair(
      prompt: "Why does the build pin the compiler version?",
      answer: "Two builds of one commit must give the same bytes.",
      said: "?",
      judged: 0, kind: .wrong),
    Pair(
      prompt: "What does the `reaper` process do?",
      answer: "It frees jobs whose worker has sent no heartbeat for 60 seconds.",
      said: "it deletes old jobs and cleans the logs every night",
      judged: 0, kind: .wrong),
    Pair(
      prompt: "May a client send `POST /refunds` again?",
      answer: "Yes, it is idempotent: the refund id is the key.",
      said: "no, it is not idempotent",
      judged: 0, kind: .negated),
    Pair(
      prompt: "When is the offset committed?",
      answer: "After the batch is written.",
      said: "before the batch is written",
      judged: 0, kind: .negated),
    Pair(
      prompt: "What does the event bus guarantee?",
      answer: "At least once delivery.",
      said: "at most once delivery",
      judged: 0, kind: .negated),
    Pair(
      prompt: "How are mails sent?",
      answer: "Asynchronously, by the `outbox` worker.",
      said: "synchronously by the outbox worker",
      judged: 1, kind: .negated),
    Pair(
      prompt: "What is the lock timeout?",
      answer: "250 ms",
      said: "500 ms",
      judged: 0, kind: .negated),
    Pair(
      prompt: "What does a larger batch size do?",
      answer: "Throughput increases and latency gets worse.",
      said: "throughput decreases and latency gets better",
      judged: 0, kind: .negated),
    Pair(
      prompt: "How do readers affect the writer?",
      answer: "Readers never block the writer.",
      said: "readers block the writer",
      judged: 0, kind: .negated),
    Pair(
      prompt: "What happens when the rate limiter is down?",
      answer: "It fails open: requests pass.",
      said: "it fails closed, requests dont pass",
      judged: 0, kind: .negated),
    Pair(
      prompt: "When is an old column dropped?",
      answer: "Only after all workers run the new code.",
      said: "before all the workers run new code",
      judged: 0, kind: .negated),
    Pair(
      prompt: "Which entry is evicted, and when?",
      answer: "The least recently used one, when the cache holds 10000 entries.",
      said: "most recently used one when cache holds 10000 entries",
      judged: 1, kind: .negated),
    Pair(
      prompt: "How long do the tokens live?",
      answer: "The access token 15 minutes, the refresh token 30 days.",
      said: "access token 15 minutes, refresh token 30 minutes",
      judged: 2, kind: .negated),
    Pair(
      prompt: "What is the rule for the primary during a failover?",
      answer: "Never restart it; wait for the new leader.",
      said: "restart it, dont wait for new leader",
      judged: 0, kind: .negated),
    Pair(
      prompt: "Where is query logging on?",
      answer: "Enabled in staging, disabled in production.",
      said: "disabled in staging, enabled in production",
      judged: 0, kind: .negated),
    Pair(
      prompt: "How does the CLI report a missing file?",
      answer: "It exits with a non-zero code.",
      said: "It exits with code zero.",
      judged: 0, kind: .negated),
    Pair(
      prompt: "Where do reads and writes go?",
      answer: "Writes go to the primary, reads to the replica.",
      said: "writes go to replica, reads to the primary",
      judged: 0, kind: .negated),
    Pair(
      prompt: "How many nodes must confirm a write?",
      answer: "Three of the five nodes.",
      said: "two of the five nodes",
      judged: 0, kind: .negated),
    Pair(
      prompt: "How do retries behave?",
      answer: "Exponential backoff with jitter, at most 5 tries.",
      said: "exponential backoff without jitter, at most 5 tries",
      judged: 2, kind: .negated),
    Pair(
      prompt: "How do cache entries go away?",
      answer: "They are invalidated on write and expire after 5 minutes.",
      said: "not invalidated on write, they just expire after 5 minutes",
      judged: 2, kind: .negated),
    Pair(
      prompt: "Do deploys need downtime?",
      answer: "No, both versions can work with the same schema.",
      said: "Yes, because both versions cannot work with the same schema.",
      judged: 0, kind: .negated),
    Pair(
      prompt: "Why may the client try again after a timeout?",
      answer: "Retrying is safe because the handler is idempotent.",
      said: "handler has idempotence so retries are safe",
      judged: 5, kind: .reworded),
    Pair(
      prompt: "What caps the retries?",
      answer: "`retryBudget` allows retries for 10 percent of the traffic.",
      said: "retry_budget, it allows to retry 10% of traffic",
      judged: 5, kind: .reworded),
    Pair(
      prompt: "What keeps a slow upstream from being flooded?",
      answer: "The retry budget and the circuit breaker.",
      said: "circuitBreaker and retryBudget",
      judged: 5, kind: .reworded),
    Pair(
      prompt: "When do cache entries go away?",
      answer: "They expire after 5 minutes.",
      said: "expiry is five min",
      judged: 5, kind: .reworded),
    Pair(
      prompt: "How long is a signed download link valid?",
      answer: "5 minutes",
      said: "300 s",
      judged: 5, kind: .reworded),
    Pair(
      prompt: "What is `maxInFlight`, and why?",
      answer: "64, so that one slow consumer cannot fill the memory.",
      said: "max_in_flight = 64, otherwise a slow consumer fills memory",
      judged: 5, kind: .reworded),
    Pair(
      prompt: "When are foreign keys checked in the import, and why?",
      answer: "At commit, because the import loads children before parents.",
      said: "the import loads children first, parents later, thats why FK check happens on commit",
      judged: 5, kind: .reworded),
    Pair(
      prompt: "Why may we delete the search index?",
      answer: "The database is the source of truth; the index can be rebuilt from it.",
      said: "index is rebuildable from the db, db = source of truth",
      judged: 5, kind: .reworded),
    Pair(
      prompt: "Why do we pin images by digest?",
      answer: "Tags are mutable; a digest always names the same image.",
      said: "tags can mutate, with a digest you always get same image",
      judged: 5, kind: .reworded),
    Pair(
      prompt: "Where does authentication happen?",
      answer: "At the gateway; the services trust the `X-User-Id` header.",
      said: "auth is done in the gateway, services are trusting the x user id header",
      judged: 5, kind: .reworded),
    Pair(
      prompt: "What failed in the balance job?",
      answer: "A deadlock: two transactions updated the same rows in a different order.",
      said: "two txns were updating same rows in different orders -> deadlocked",
      judged: 5, kind: .reworded),
    Pair(
      prompt: "When is the configuration validated, and why then?",
      answer: "At start-up, so that a bad value stops the deployment.",
      said: "validation on startup, bad config values stop the deploy",
      judged: 5, kind: .reworded),
    Pair(
      prompt: "How are logs shipped?",
      answer: "Asynchronously, buffered on disk up to 1 GB, and dropped beyond that.",
      said: "async log shipping with a 1024 MB disk buffer",
      judged: 3, kind: .reworded),
    Pair(
      prompt: "Why did the table bloat?",
      answer: "Vacuum could not remove dead rows because a replica held an old snapshot.",
      said: "An old snapshot held by the replica prevented vacuum from removing the dead rows.",
      judged: 5, kind: .reworded),
    Pair(
      prompt: "How long do we keep backups?",
      answer: "Two weeks",
      said: "14 days",
      judged: 5, kind: .reworded),
    Pair(
      prompt: "How often is a lease renewed?",
      answer: "`LeaseManager` renews it every 10 seconds, a third of the lease time.",
      said: "lease manager does renewal each ten secs (lease is 30)",
      judged: 5, kind: .reworded),
    Pair(
      prompt: "When does compaction run, and why?",
      answer: "At night, because it saturates the disk.",
      said: "compacting is nightly, it would saturate disks in the day",
      judged: 5, kind: .reworded),
    Pair(
      prompt: "How are dumps protected?",
      answer: "They are encrypted before upload, with a key the bucket owner does not have.",
      said: "encryption happens before uploading; bucket owner doesn't hold the key",
      judged: 5, kind: .reworded),
    Pair(
      prompt: "How is the index file shared?",
      answer: "Only one writer may hold the lock; all others read a snapshot.",
      said: "single writer holds lock, the rest reads snapshots",
      judged: 5, kind: .reworded),
    Pair(
      prompt: "How is a release rolled back?",
      answer: "By hand: run `deploy rollback`, then tell the on-call channel.",
      said: "manual rollback with deploy rollback cmd",
      judged: 3, kind: .reworded),
    Pair(
      prompt: "What did connection reuse save?",
      answer: "The TLS handshake, about 80 ms per request.",
      said: "reusing connections avoids handshakes, ~eighty milliseconds each request",
      judged: 5, kind: .reworded),
    Pair(
      prompt: "Why are thumbnails made lazily?",
      answer: "Most images are never viewed, and the first view may take a second.",
      said: "majority of images nobody views, so we generate on first viewing, 1 sec is ok",
      judged: 5, kind: .reworded),
    Pair(
      prompt: "Why is the queue length bounded?",
      answer: "An unbounded queue hides overload until memory runs out. A full queue rejects early.",
      said: "without a bound overload stays hidden till you are out of memory; bounded one rejects early",
      judged: 5, kind: .reworded),
    Pair(
      prompt: "What does the linker check do if `schema.lock` is absent?",
      answer: "It does not fail.",
      said: "it passes",
      judged: 5, kind: .reworded),
    Pair(
      prompt: "Why is the ledger append-only?",
      answer: "So that history can never be altered.",
      said: "nobody is able to rewrite the past",
      judged: 5, kind: .reworded),
    Pair(
      prompt: "What happens to a request when all workers are busy?",
      answer: "It is rejected at once with status 503.",
      said: "we turn it away immediately, service unavailable",
      judged: 5, kind: .reworded),
    Pair(
      prompt: "What is the latency goal?",
      answer: "p99 under 250 ms",
      said: "99th percentile below a quarter of a second",
      judged: 5, kind: .reworded),
    Pair(
      prompt: "Why is a dry run the default?",
      answer: "To prevent accidental data loss.",
      said: "so you dont wipe stuff by mistake",
      judged: 5, kind: .reworded),
    Pair(
      prompt: "Why are the cron jobs staggered?",
      answer: "Simultaneous starts overloaded the primary.",
      said: "everything kicked off together and the main db couldnt cope",
      judged: 4, kind: .reworded),
  ]
}
