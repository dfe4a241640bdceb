CREATE TABLE eam_location (
    recid BIGINT,
    dataareaid VARCHAR,
    functionallocationid VARCHAR,
    name VARCHAR,
    locationtype INTEGER,
    createddatetime TIMESTAMP
);
CREATE TABLE eam_locationhierarchy (
    functionallocation BIGINT,
    functionallocationref BIGINT,
    level INTEGER
);
CREATE TABLE eam_object (
    recid BIGINT,
    dataareaid VARCHAR,
    objectid VARCHAR,
    name VARCHAR,
    objecttype BIGINT,
    modelyear VARCHAR,
    serialid VARCHAR,
    objectlifecyclestate BIGINT,
    functionallocation BIGINT,
    criticality INTEGER,
    activefrom TIMESTAMP,
    activeto TIMESTAMP
);
CREATE TABLE eam_objecttype (
    recid BIGINT,
    objecttypeid VARCHAR,
    name VARCHAR
);
CREATE TABLE eam_locationobject (
    recid BIGINT,
    dataareaid VARCHAR,
    object BIGINT,
    functionallocation BIGINT,
    validfrom TIMESTAMP,
    validto TIMESTAMP
);
CREATE TABLE eam_lifecyclestate (
    recid BIGINT,
    kind VARCHAR,
    stateid VARCHAR,
    name VARCHAR
);
CREATE TABLE eam_enum (
    enumname VARCHAR,
    enumvalue INTEGER,
    label VARCHAR
);
CREATE TABLE eam_worker (
    recid BIGINT,
    personnelnumber VARCHAR,
    firstname VARCHAR,
    lastname VARCHAR
);
CREATE TABLE eam_workorder (
    recid BIGINT,
    dataareaid VARCHAR,
    workorderid VARCHAR,
    description VARCHAR,
    workordertype INTEGER,
    costtype INTEGER,
    workorderlifecyclestate BIGINT,
    parentworkorder BIGINT,
    responsibleworker BIGINT,
    expectedend TIMESTAMP,
    scheduledend TIMESTAMP,
    actualstart TIMESTAMP,
    actualend TIMESTAMP
);
CREATE TABLE eam_workorderline (
    recid BIGINT,
    dataareaid VARCHAR,
    workorder BIGINT,
    linenumber INTEGER,
    object BIGINT,
    functionallocation BIGINT,
    projactivity VARCHAR
);
CREATE TABLE eam_lineschedule (
    recid BIGINT,
    workorderline BIGINT,
    scheduletype INTEGER,
    hours DECIMAL(10,2),
    actualstart TIMESTAMP,
    actualend TIMESTAMP
);
CREATE TABLE eam_statelog (
    recid BIGINT,
    refrecid BIGINT,
    reftable VARCHAR,
    created TIMESTAMP,
    createdby VARCHAR,
    remark VARCHAR
);
CREATE TABLE eam_forecast (
    recid BIGINT,
    dataareaid VARCHAR,
    projactivity VARCHAR,
    modelid VARCHAR,
    amount DECIMAL(14,2)
);
CREATE TABLE proj_hourtrans (
    transid VARCHAR,
    dataareaid VARCHAR,
    activitynumber VARCHAR,
    worker BIGINT,
    transdate TIMESTAMP,
    hours DECIMAL(10,2),
    costprice DECIMAL(14,2),
    reversed INTEGER
);
CREATE TABLE proj_itemtrans (
    transid VARCHAR,
    dataareaid VARCHAR,
    activitynumber VARCHAR,
    itemid VARCHAR,
    itemname VARCHAR,
    transdate TIMESTAMP,
    qty DECIMAL(10,2),
    costprice DECIMAL(14,2),
    reversed INTEGER
);
CREATE TABLE proj_expensetrans (
    transid VARCHAR,
    dataareaid VARCHAR,
    activitynumber VARCHAR,
    category INTEGER,
    transdate TIMESTAMP,
    lineamount DECIMAL(14,2)
);
CREATE TABLE eam_productionstop (
    recid BIGINT,
    dataareaid VARCHAR,
    object BIGINT,
    workorder BIGINT,
    stoptype INTEGER,
    stopfrom TIMESTAMP,
    stopto TIMESTAMP
);
CREATE TABLE eam_counter (
    recid BIGINT,
    object BIGINT,
    countertype VARCHAR,
    registered TIMESTAMP,
    value DECIMAL(14,1)
);
