SELECT
  COALESCE((SELECT MAX(id) FROM vehicle), 0) AS VehicleId,
  COALESCE((SELECT MAX(id) FROM driver), 0) AS DriverId,
  COALESCE((SELECT MAX(id) FROM fine), 0) AS FineId,
  COALESCE((SELECT MAX(id) FROM settlement), 0) AS SettlementId
