-- Makes what a server needs before the services can migrate: one database, and for each service a schema and two roles.
--
--   <service>_owner  owns the schema and all in it; runs the migrations and nothing else
--   <service>        what the running service logs in as: no DDL, and no right that a migration did not grant it
--
-- No role has any right in another service's schema. Run by a superuser, or by a role that may create databases and
-- roles, as often as you like: it brings a server to this state and its passwords to the given ones.
--
--   psql --no-psqlrc --set=ON_ERROR_STOP=1 --file=deploy/bootstrap.sql
--
-- Reads from the environment, so that no password stands on a command line: ECOREDRESS_DATABASE (default: ecoredress)
-- and, for each service, <SERVICE>_PASSWORD and <SERVICE>_OWNER_PASSWORD.

\set ON_ERROR_STOP 1
\set database ecoredress
\getenv database ECOREDRESS_DATABASE
\getenv petitions PETITIONS_PASSWORD
\getenv petitions_owner PETITIONS_OWNER_PASSWORD
\getenv scoring SCORING_PASSWORD
\getenv scoring_owner SCORING_OWNER_PASSWORD
\getenv compensation COMPENSATION_PASSWORD
\getenv compensation_owner COMPENSATION_OWNER_PASSWORD
\getenv notifications NOTIFICATIONS_PASSWORD
\getenv notifications_owner NOTIFICATIONS_OWNER_PASSWORD

-- Two bootstraps at once (two hosts of one deployment) take turns. The lock is of this first database.
select pg_advisory_lock(hashtext('ecoredress.bootstrap')) \g /dev/null

select format('create database %I encoding ''UTF8'' template template0', :'database')
where not exists (select from pg_database where datname = :'database')
\gexec

-- Passwords are kept as SCRAM verifiers, whatever the server's default.
set password_encryption = 'scram-sha-256';
set client_min_messages = warning;

create temporary table given (role text primary key, service text, password text check (password <> ''));
insert into given values
  ('petitions', 'petitions', :'petitions'), ('petitions_owner', 'petitions', :'petitions_owner'),
  ('scoring', 'scoring', :'scoring'), ('scoring_owner', 'scoring', :'scoring_owner'),
  ('compensation', 'compensation', :'compensation'), ('compensation_owner', 'compensation', :'compensation_owner'),
  ('notifications', 'notifications', :'notifications'),
  ('notifications_owner', 'notifications', :'notifications_owner');

select format('create role %I', role) from given
where not exists (select from pg_roles where rolname = role)
order by role
\gexec

-- Attributes that only a superuser may touch are named only where a role has them by mistake.
select format('alter role %I with login nocreatedb nocreaterole inherit password %L', role, password)
from given order by role
\gexec
select format('alter role %I with nosuperuser noreplication nobypassrls', rolname)
from given join pg_roles on rolname = role
where rolsuper or rolreplication or rolbypassrls
\gexec

-- A creator that is no superuser must be a member of the owners to give them what it makes.
select format('grant %I to current_user', role)
from given
where role <> service and not pg_has_role(role, 'member')
\gexec

-- The schemas are made in the database itself; the list of roles goes with us, without the passwords.
select string_agg(quote_literal(service), ',' order by service) as services from (select distinct service from given) s
\gset
drop table given;
\connect :"database"
set client_min_messages = warning;

revoke all on database :"database" from public;
revoke all on schema public from public;

select statement
from unnest(array[:services]) service
cross join lateral (
  values
    (1, format('grant connect on database %I to %I, %I', :'database', service, service || '_owner')),
    (2, format('create schema if not exists %I authorization %I', service, service || '_owner')),
    (3, format('alter schema %I owner to %I', service, service || '_owner')),
    (4, format('revoke all on schema %I from public', service)),
    (5, format('grant usage on schema %I to %I', service, service)),
    (6, format('alter role %I in database %I set search_path = %I, pg_temp', service, :'database', service)),
    (7, format('alter role %I in database %I set search_path = %I, pg_temp', service || '_owner', :'database', service)),
    -- Functions are open to everyone by default; a service may run those that a migration grants it.
    (8, format('alter default privileges for role %I revoke execute on functions from public', service || '_owner'))
) as statements (number, statement)
order by service, number
\gexec
