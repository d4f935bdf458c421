# syntax=docker/dockerfile:1
FROM mcr.microsoft.com/dotnet/sdk:10.0-noble AS build
WORKDIR /gateway
# The restore has a layer of its own: it changes only with a project file, a version or a lock file.
COPY Directory.Build.props Directory.Packages.props global.json BannedSymbols.txt .editorconfig ./
COPY src/Gateway.Contracts/*.csproj src/Gateway.Contracts/packages.lock.json src/Gateway.Contracts/
COPY src/Gateway.Domain/*.csproj src/Gateway.Domain/packages.lock.json src/Gateway.Domain/
COPY src/Gateway.Data/*.csproj src/Gateway.Data/packages.lock.json src/Gateway.Data/
COPY src/Gateway.Evidence/*.csproj src/Gateway.Evidence/packages.lock.json src/Gateway.Evidence/
COPY src/Gateway.EvidenceLog/*.csproj src/Gateway.EvidenceLog/packages.lock.json src/Gateway.EvidenceLog/
COPY src/Gateway.Clearance/*.csproj src/Gateway.Clearance/packages.lock.json src/Gateway.Clearance/
COPY src/Gateway.Server/*.csproj src/Gateway.Server/packages.lock.json src/Gateway.Server/
RUN dotnet restore src/Gateway.Server --locked-mode
COPY protos protos
COPY src src
RUN dotnet publish src/Gateway.Server -c Release --no-restore -o /app \
    && mkdir -p /empty/data /empty/pki

# Chiseled: no shell, no package manager, user `app`. The `extra` variant brings the time zones, which Cairo's business day needs.
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra
WORKDIR /app
COPY --from=build /app .
COPY --from=build --chown=app:app /empty/data /var/lib/traffic-gateway
COPY --from=build --chown=app:app /empty/pki /etc/traffic-gateway/pki
USER app
ENV Gateway__Listen=*:5443 \
    Gateway__DataDirectory=/var/lib/traffic-gateway \
    Gateway__Pki__Directory=/etc/traffic-gateway/pki
VOLUME ["/var/lib/traffic-gateway", "/etc/traffic-gateway/pki"]
EXPOSE 5443
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s CMD ["dotnet", "Gateway.Server.dll", "--probe"]
ENTRYPOINT ["dotnet", "Gateway.Server.dll"]
