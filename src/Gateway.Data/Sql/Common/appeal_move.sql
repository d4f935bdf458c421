-- One that is at another stage by now is left alone. The trigger takes actor, note and time over into the event.
UPDATE appeal
SET stage = @ToStage, stage_actor = @Actor, stage_note = @Note, stage_time = @Time, result = @Result
WHERE id = @Id AND stage = @FromStage
