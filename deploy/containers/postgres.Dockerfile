FROM iop/debian
RUN useradd --create-home postgres
COPY files /usr/local
COPY postgres-entrypoint /usr/local/bin/
ENV LANG=C.UTF-8 PGDATA=/home/postgres/data
USER postgres
EXPOSE 5432
ENTRYPOINT ["postgres-entrypoint"]
CMD ["postgres"]
