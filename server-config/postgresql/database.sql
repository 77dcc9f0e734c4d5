-- What Parlance wants set for its database, whatever the server's own settings are; README.md says why.
alter database :"database" set synchronous_commit = 'on';
alter database :"database" set jit = 'off';
alter database :"database" set idle_in_transaction_session_timeout = '60s';
alter database :"database" set client_connection_check_interval = '5s';
alter database :"database" set tcp_keepalives_idle = '30';
alter database :"database" set tcp_keepalives_interval = '10';
alter database :"database" set tcp_keepalives_count = '3';
