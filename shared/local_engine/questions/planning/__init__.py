"""Tags, days and filters -> the plan: which figure of which measure, by what, in which order.

`question` gathers what is noticed; `comparing`, `counting`, `grouping`, `net_amounts`, `ranks` and `together` each
answer one question about the question; the `*_step` modules make a plan or pass; `planner` tries them in turn.
"""
