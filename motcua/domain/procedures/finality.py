"""What was published or approved stays as it is: kept by triggers, whoever writes to the database."""

import pgtrigger


def final(*states: str, may_change: tuple[str, ...]) -> pgtrigger.Trigger:
    """Refuse to change or remove a row that is in one of these states, but for the columns that may change."""
    kept = "".join(f" - '{column}'" for column in may_change)
    return pgtrigger.Trigger(
        name="final",
        when=pgtrigger.Before,
        operation=pgtrigger.Update | pgtrigger.Delete,
        func=f"""
            if old.state in ({_listed(states)}) then
                if tg_op = 'DELETE' or to_jsonb(new){kept} is distinct from to_jsonb(old){kept} then
                    raise exception '% %: final, not to be changed', tg_table_name, old.id;
                end if;
            end if;
            return coalesce(new, old);
        """,
    )


def part_of(whole: str, column: str, *states: str) -> pgtrigger.Trigger:
    """Refuse any change to the parts of a row of table `whole` that is in one of these states."""
    return pgtrigger.Trigger(
        name="final_with_the_whole",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        declare=[("the_whole", "bigint")],
        func=f"""
            the_whole := case tg_op when 'INSERT' then new.{column} else old.{column} end;
            if exists (select 1 from {whole} where id = the_whole and state in ({_listed(states)})) then
                raise exception '% of {whole} %: final, not to be changed', tg_table_name, the_whole;
            end if;
            return coalesce(new, old);
        """,  # noqa: S608 - the names are those of our own models
    )


def _listed(states: tuple[str, ...]) -> str:
    return ", ".join(f"'{state}'" for state in states)
