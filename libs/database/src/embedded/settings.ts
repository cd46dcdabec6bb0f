/**
 * Server settings for a machine that also runs Kentongan itself: small when idle, durable, never noisy.
 * Passed on the command line, so that an update of the program changes them without touching the data.
 */
export function serverSettings(port: number, durable: boolean): Readonly<Record<string, string>> {
  return {
    listen_addresses: '127.0.0.1',
    port: String(port),
    // A socket path may not exceed 107 bytes and data directories can lie deep; the URL works everywhere.
    unix_socket_directories: '',
    max_connections: '40',
    superuser_reserved_connections: '2',
    shared_buffers: '64MB',
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    effective_cache_size: '512MB',
    // POSIX shared memory is 64 MB in many containers; files in the data directory have no such limit.
    dynamic_shared_memory_type: process.platform === 'win32' ? 'windows' : 'mmap',
    random_page_cost: '1.1',
    jit: 'off',
    max_parallel_workers_per_gather: '0',
    max_parallel_maintenance_workers: '0',
    max_worker_processes: '2',
    max_logical_replication_workers: '0',
    max_wal_senders: '0',
    // Worker processes for reads cost 5 MB each and win nothing on data that fits in memory.
    io_method: 'sync',
    wal_compression: 'on',
    max_wal_size: '1GB',
    min_wal_size: '64MB',
    checkpoint_timeout: '10min',
    checkpoint_completion_target: '0.9',
    autovacuum_max_workers: '2',
    autovacuum_naptime: '20s',
    autovacuum_vacuum_cost_limit: '1000',
    // A forgotten open transaction holds back the outbox and every vacuum.
    idle_in_transaction_session_timeout: '5min',
    // A query whose client died would otherwise run on, with its locks.
    client_connection_check_interval: process.platform === 'linux' ? '10s' : '0',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Statements and row values hold what people wrote: they do not belong in a log file.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    log_autovacuum_min_duration: '-1',
    // A server for tests forgets at a power failure, and many processes at once share it.
    ...(durable
      ? {}
      : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' }),
  };
}

/** `-c name=value` for each setting. */
export function settingArguments(settings: Readonly<Record<string, string>>): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
