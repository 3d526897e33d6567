"""What is wrong with the environment, in words for the operator: for settings.py. Pure."""

from pydantic import ValidationError


def explained(error: ValidationError) -> str:
    lines = ["The environment is not usable:"]
    for problem in error.errors(include_url=False, include_input=False):
        name = "_".join(str(part) for part in problem["loc"][:1]).upper()
        if problem["type"] == "missing":
            lines.append(f"  {name} is missing: set it (see .env.example)")
        else:
            message = problem["msg"].removeprefix("Value error, ")
            lines.append(f"  {name}: {message}" if name else f"  {message}")
    return "\n".join(lines)
