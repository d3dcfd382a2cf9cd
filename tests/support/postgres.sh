# SPDX-License-Identifier: MIT
# Sourced by tests/run: a PostgreSQL 15 of one's own, on a socket in a temporary folder, no network.
#   postgres_start    exports MUSTER_TEST_POSTGRES, the address the tests connect to
#   postgres_stop     stops the server and removes the folder; harmless when nothing runs

postgres_folder=""
postgres_programs=/usr/lib/postgresql/15/bin

# initdb and the server refuse root; the package brings a user that can own them.
postgres_as_owner() {
    if [ "$(id -u)" -eq 0 ]; then
        (cd / && setpriv --reuid=postgres --regid=postgres --init-groups \
            env -i PATH="$PATH" LC_ALL=C.UTF-8 TZ=UTC "$@")
    else
        (cd / && env -i PATH="$PATH" LC_ALL=C.UTF-8 TZ=UTC "$@")
    fi
}

postgres_start() {
    if [ ! -x $postgres_programs/initdb ]; then
        echo "tests: PostgreSQL 15 is not installed (run installer/setup test)" >&2
        return 1
    fi
    # Short on purpose: a socket's path may have 107 characters.
    postgres_folder=$(mktemp -d /tmp/muster-pg.XXXXXX)
    if [ "$(id -u)" -eq 0 ]; then chown postgres "$postgres_folder"; fi
    local data=$postgres_folder/data log=$postgres_folder/log
    if ! postgres_as_owner $postgres_programs/initdb -D "$data" -U muster -A trust -E UTF8 \
        --locale=C --no-sync --no-instructions >"$postgres_folder/initdb.log" 2>&1 </dev/null; then
        cat "$postgres_folder/initdb.log" >&2
        return 1
    fi
    # The data die with the run, so nothing waits for the disk.
    if ! postgres_as_owner $postgres_programs/pg_ctl -D "$data" -l "$log" -w -t 60 -s start -o \
        "-k $postgres_folder -c listen_addresses= -c fsync=off -c synchronous_commit=off \
         -c full_page_writes=off -c shared_buffers=64MB -c max_connections=60" </dev/null; then
        cat "$log" >&2
        return 1
    fi
    "$postgres_programs/createdb" -h "$postgres_folder" -U muster muster
    export MUSTER_TEST_POSTGRES="postgresql://muster@/muster?host=$postgres_folder"
}

postgres_stop() {
    [ -n "$postgres_folder" ] || return 0
    if [ -e "$postgres_folder/data/postmaster.pid" ]; then
        postgres_as_owner $postgres_programs/pg_ctl -D "$postgres_folder/data" -m immediate -w -s \
            stop >/dev/null 2>&1 </dev/null || true
    fi
    rm -rf "$postgres_folder"
    postgres_folder=""
    unset MUSTER_TEST_POSTGRES
}
