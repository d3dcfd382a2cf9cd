-- SQLite keeps the number of the last migration in its header, where a reader sees it first.
PRAGMA user_version = 8;
