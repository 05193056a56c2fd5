-- What grains remember. A write names the version it has read and moves it on in one statement; no row comes back when another writer was first, which the provider
-- reports as a conflict. The hashes are part of the key: they tell apart keys of different kinds whose parts are alike.
-- Only the primary key is indexed and pages keep room, so that a rewrite stays on its page (HOT). Payloads are bytes already: compressing them again only costs time.
CREATE TABLE OrleansStorage (
    GrainIdHash integer NOT NULL,
    GrainTypeHash integer NOT NULL,
    GrainIdN0 bigint NOT NULL,
    GrainIdN1 bigint NOT NULL,
    GrainIdExtensionString varchar(512) NOT NULL,
    GrainTypeString varchar(512) NOT NULL,
    ServiceId varchar(150) NOT NULL,
    Version integer NOT NULL,
    ModifiedOn timestamptz NOT NULL DEFAULT now(),
    PayloadBinary bytea,
    PRIMARY KEY (GrainIdHash, GrainTypeHash, GrainIdN0, GrainIdN1, GrainIdExtensionString, GrainTypeString, ServiceId)
) WITH (fillfactor = 70);

ALTER TABLE OrleansStorage ALTER COLUMN PayloadBinary SET STORAGE EXTERNAL;

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES
('ReadFromStorageKey', $query$
    SELECT PayloadBinary, Version FROM OrleansStorage
    WHERE GrainIdHash = @GrainIdHash AND GrainTypeHash = @GrainTypeHash AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1
        AND GrainIdExtensionString = COALESCE(@GrainIdExtensionString, '') AND GrainTypeString = @GrainTypeString AND ServiceId = @ServiceId
$query$),
('WriteToStorageKey', $query$
    WITH changed AS (
        UPDATE OrleansStorage SET Version = Version + 1, ModifiedOn = now(), PayloadBinary = @PayloadBinary
        WHERE GrainIdHash = @GrainIdHash AND GrainTypeHash = @GrainTypeHash AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1
            AND GrainIdExtensionString = COALESCE(@GrainIdExtensionString, '') AND GrainTypeString = @GrainTypeString AND ServiceId = @ServiceId
            AND Version = @GrainStateVersion
        RETURNING Version
    ), added AS (
        INSERT INTO OrleansStorage
            (GrainIdHash, GrainTypeHash, GrainIdN0, GrainIdN1, GrainIdExtensionString, GrainTypeString, ServiceId, Version, PayloadBinary)
        SELECT @GrainIdHash, @GrainTypeHash, @GrainIdN0, @GrainIdN1, COALESCE(@GrainIdExtensionString, ''), @GrainTypeString, @ServiceId, 1, @PayloadBinary
        WHERE @GrainStateVersion IS NULL
        ON CONFLICT DO NOTHING
        RETURNING Version
    )
    SELECT Version AS NewGrainStateVersion FROM changed UNION ALL SELECT Version FROM added
$query$),
('ClearStorageKey', $query$
    UPDATE OrleansStorage SET Version = Version + 1, ModifiedOn = now(), PayloadBinary = NULL
    WHERE GrainIdHash = @GrainIdHash AND GrainTypeHash = @GrainTypeHash AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1
        AND GrainIdExtensionString = COALESCE(@GrainIdExtensionString, '') AND GrainTypeString = @GrainTypeString AND ServiceId = @ServiceId
        AND Version = @GrainStateVersion
    RETURNING Version AS NewGrainStateVersion
$query$),
-- The version that the row would have got: the provider takes one that has not moved for a conflict.
('DeleteStorageKey', $query$
    DELETE FROM OrleansStorage
    WHERE GrainIdHash = @GrainIdHash AND GrainTypeHash = @GrainTypeHash AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1
        AND GrainIdExtensionString = COALESCE(@GrainIdExtensionString, '') AND GrainTypeString = @GrainTypeString AND ServiceId = @ServiceId
        AND Version = @GrainStateVersion
    RETURNING Version + 1 AS NewGrainStateVersion
$query$);
