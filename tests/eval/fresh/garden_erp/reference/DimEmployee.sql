SELECT e.EmpNo AS EmployeeKey,
  e.LastName || ', ' || e.FirstName AS EmployeeName,
  CASE e.JobCode WHEN 'DIR' THEN 'Director' WHEN 'MGR' THEN 'Sales manager' WHEN 'REP' THEN 'Sales representative' ELSE 'Other' END AS JobTitle,
  e.HireDate AS HireDate,
  CAST(year(e.HireDate) AS INTEGER) AS HireYear,
  m.LastName || ', ' || m.FirstName AS ManagerName,
  CAST((SELECT count(*) FROM Employees r WHERE r.ManagerNo = e.EmpNo) AS INTEGER) AS DirectReports
FROM (SELECT EmpNo, coalesce(LastName, 'n/a') AS LastName, FirstName, JobCode, HireDate, ManagerNo FROM Employees) e
LEFT JOIN (SELECT EmpNo, coalesce(LastName, 'n/a') AS LastName, FirstName FROM Employees) m ON m.EmpNo = e.ManagerNo
