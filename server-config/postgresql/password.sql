-- Sets the role's password. Before, all logs that would show the statement are closed for this session, where that is allowed.
select set_config(name, value, false)
from (values
    ('log_statement', 'none'),
    ('log_min_duration_statement', '-1'),
    ('log_min_duration_sample', '-1'),
    ('log_transaction_sample_rate', '0'),
    ('log_min_error_statement', 'panic'),
    ('pg_stat_statements.track_utility', 'off')) as quiet (name, value)
where has_parameter_privilege(name, 'SET');
\getenv password PARLANCE_DB_PASSWORD
alter role :"role" password :'password';
