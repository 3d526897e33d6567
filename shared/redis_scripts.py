"""The Lua scripts of redis_manager.py: each is one step, seen whole or not at all by others."""

import hashlib

LOOK = """
local record = redis.call('GET', KEYS[1])
local session = redis.call('GET', KEYS[2])
local known = redis.call('GET', KEYS[3])
local count = 0
if not record then
  count = redis.call('INCR', KEYS[4])
  if count == 1 then redis.call('EXPIRE', KEYS[4], ARGV[1]) end
end
return {record or '', session or '', known or '', count, redis.call('HLEN', KEYS[5])}
"""

# KEYS: record, session, known, unpublished, forgetting. A repeat changes nothing; a session that is not the one
# the decision was made on is handed back, and nothing is stored.
BEGIN = """
local record = redis.call('GET', KEYS[1])
if record then return {'repeat', record} end
local now = redis.call('GET', KEYS[2])
local version = now and cjson.decode(now).version or 0
if version ~= tonumber(ARGV[1]) then return {'conflict', now or ''} end
if ARGV[2] ~= '' then
  redis.call('SET', KEYS[2], ARGV[2], 'EX', ARGV[3])
  redis.call('SET', KEYS[3], ARGV[9], 'EX', ARGV[10])
else
  redis.call('DEL', KEYS[2], KEYS[3])
end
redis.call('SET', KEYS[1], ARGV[4], 'EX', ARGV[5])
if ARGV[8] ~= '' then redis.call('ZADD', KEYS[4], ARGV[7], ARGV[6]) end
if ARGV[11] ~= '' then redis.call('HSET', KEYS[5], ARGV[6], ARGV[11]) end
return {'stored', ''}
"""

FINISH = """
redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[2])
return redis.call('ZREM', KEYS[2], ARGV[3])
"""

# A record that expired before its job could be published leaves the list with it.
UNPUBLISHED = """
local found = {}
for _, id in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'LIMIT', 0, ARGV[2])) do
  local record = redis.call('GET', ARGV[3] .. id)
  if record then found[#found + 1] = {id, record} else redis.call('ZREM', KEYS[1], id) end
end
return found
"""

ANSWERED = """
local raw = redis.call('GET', KEYS[1])
if not raw then return 0 end
local session = cjson.decode(raw)
session.pending[ARGV[1]] = nil
if session.state == 'processing' and next(session.pending) == nil then session.state = ARGV[2] end
session.version = session.version + 1
redis.call('SET', KEYS[1], cjson.encode(session), 'EX', ARGV[3])
return 1
"""

# KEYS: forgetting, parked replies, list of sent ones. ARGV: id of the message, how keys of sent ones begin.
FORGOTTEN = """
for _, id in ipairs(redis.call('ZRANGE', KEYS[3], 0, -1)) do redis.call('DEL', ARGV[2] .. id) end
redis.call('DEL', KEYS[2], KEYS[3])
return redis.call('HDEL', KEYS[1], ARGV[1])
"""

# Beside the text its id in a list of its user, by time, so that it can be forgotten with them.
REMEMBER_SENT = """
local now = tonumber(redis.call('TIME')[1])
redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[2])
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now - ARGV[2])
redis.call('ZADD', KEYS[2], now, ARGV[3])
return redis.call('EXPIRE', KEYS[2], ARGV[2])
"""

PARK = """
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
return redis.call('EXPIRE', KEYS[1], ARGV[3])
"""

SCRIPTS = {
    "look": LOOK,
    "begin": BEGIN,
    "finish": FINISH,
    "unpublished": UNPUBLISHED,
    "answered": ANSWERED,
    "forgotten": FORGOTTEN,
    "remember_sent": REMEMBER_SENT,
    "park": PARK,
}
DIGESTS = {name: hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest() for name, text in SCRIPTS.items()}
